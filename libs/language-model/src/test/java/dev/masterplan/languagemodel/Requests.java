package dev.masterplan.languagemodel;

import dev.masterplan.languagemodel.shape.Shape;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests as a test needs them. */
public record Requests(
        CallKey key,
        PromptVersion prompt,
        String node,
        String model,
        List<Message> messages,
        Shape.Fields shape,
        Sampling sampling,
        int maxTokens,
        Timeouts timeouts,
        boolean streamed) {

    public static final UUID PLAN = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    /** For a provider that keeps silent. */
    public static final Timeouts SHORT =
            new Timeouts(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofMillis(800));

    /** What the stub answers when JSON is asked for. */
    public static final Shape.Fields SHAPE = Shape.fields("answer", fields());

    public static Requests plain() {
        return new Requests(
                new CallKey(PLAN, Role.PLAN, "piece", 1, 1),
                new PromptVersion("plan", 3),
                "milestone/2",
                "stub-large",
                List.of(Message.stable("You write plans."), Message.user("A library lends books to members.")),
                null,
                new Sampling.Temperature(0.7),
                2000,
                Timeouts.standard(),
                true);
    }

    private static Map<String, Shape> fields() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("name", Shape.text());
        fields.put("size", new Shape.Whole());
        fields.put("parts", Shape.items(Shape.text()));
        return fields;
    }

    public Requests streamed(boolean other) {
        return new Requests(key, prompt, node, model, messages, shape, sampling, maxTokens, timeouts, other);
    }

    public Requests shape(Shape.Fields other) {
        return new Requests(key, prompt, node, model, messages, other, sampling, maxTokens, timeouts, streamed);
    }

    public Requests model(String other) {
        return new Requests(key, prompt, node, other, messages, shape, sampling, maxTokens, timeouts, streamed);
    }

    public Requests key(CallKey other) {
        return new Requests(other, prompt, node, model, messages, shape, sampling, maxTokens, timeouts, streamed);
    }

    public Requests messages(Message... others) {
        return new Requests(key, prompt, node, model, List.of(others), shape, sampling, maxTokens, timeouts, streamed);
    }

    public Requests sampling(Sampling other) {
        return new Requests(key, prompt, node, model, messages, shape, other, maxTokens, timeouts, streamed);
    }

    public Requests timeouts(Timeouts other) {
        return new Requests(key, prompt, node, model, messages, shape, sampling, maxTokens, other, streamed);
    }

    public Requests prompt(PromptVersion other) {
        return new Requests(key, other, node, model, messages, shape, sampling, maxTokens, timeouts, streamed);
    }

    public Requests maxTokens(int other) {
        return new Requests(key, prompt, node, model, messages, shape, sampling, other, timeouts, streamed);
    }

    public ModelRequest build() {
        return new ModelRequest(key, prompt, node, model, messages, shape, sampling, maxTokens, timeouts, streamed);
    }
}
