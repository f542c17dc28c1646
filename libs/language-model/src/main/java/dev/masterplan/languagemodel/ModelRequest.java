package dev.masterplan.languagemodel;

import dev.masterplan.languagemodel.shape.Shape;
import java.util.List;
import java.util.Objects;

/**
 * One question to a model.
 *
 * @param key       what the money is booked on
 * @param prompt    which version of which prompt the messages were made from
 * @param node      what of the plan it is about, the same in every run of the same plan: {@code milestone/2}
 * @param model     name as the provider knows it
 * @param messages  what does not change from call to call first
 * @param shape     the answer has to be JSON of this shape; null = text
 * @param maxTokens limit of the answer, thinking included
 * @param streamed  without it the timeouts for the first token and for silence don't apply
 */
public record ModelRequest(
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

    public ModelRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(node, "node");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(sampling, "sampling");
        Objects.requireNonNull(timeouts, "timeouts");
        messages = List.copyOf(messages);
        if (messages.isEmpty() || maxTokens <= 0) {
            throw new IllegalArgumentException("a request needs a message and room for an answer");
        }
    }

    public ModelRequest withMessages(List<Message> others) {
        return new ModelRequest(key, prompt, node, model, others, shape, sampling, maxTokens, timeouts, streamed);
    }
}
