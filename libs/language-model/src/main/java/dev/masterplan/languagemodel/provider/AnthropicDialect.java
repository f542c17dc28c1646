package dev.masterplan.languagemodel.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Sampling;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import java.util.LinkedHashMap;
import java.util.Map;

/** Messages. Stable system messages get its cache mark. */
final class AnthropicDialect implements Dialect {

    private final Endpoint endpoint;

    AnthropicDialect(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public ChatModel whole(ModelRequest request, HttpClientBuilder wire) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(endpoint.base().toString())
                .apiKey(endpoint.keyText())
                .modelName(request.model())
                .temperature(temperature(request))
                .maxTokens(request.maxTokens())
                .cacheSystemMessages(marked(request))
                .customParameters(output(request))
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(ModelRequest request, HttpClientBuilder wire) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(endpoint.base().toString())
                .apiKey(endpoint.keyText())
                .modelName(request.model())
                .temperature(temperature(request))
                .maxTokens(request.maxTokens())
                .cacheSystemMessages(marked(request))
                .customParameters(output(request))
                .returnThinking(true)
                .build();
    }

    private static Double temperature(ModelRequest request) {
        return request.sampling() instanceof Sampling.Temperature temperature ? temperature.value() : null;
    }

    private static boolean marked(ModelRequest request) {
        return request.messages().stream().anyMatch(Message::stable);
    }

    /** Effort and form of the answer are one parameter, of which the library knows the form only. */
    private static Map<String, Object> output(ModelRequest request) {
        Map<String, Object> output = new LinkedHashMap<>();
        if (request.sampling() instanceof Sampling.Effort effort) {
            output.put("effort", effort.level());
        }
        if (request.shape() != null) {
            output.put("format", Schema.format(request.shape()));
        }
        return output.isEmpty() ? Map.of() : Map.of("output_config", output);
    }

    /** The tokens of a streamed answer are only known at its end; what its start says of them is not final. */
    @Override
    public Ending ending(String body, boolean streamed) {
        Finish finish = null;
        JsonNode atStart = null;
        JsonNode atEnd = null;
        for (JsonNode said : Json.said(body, streamed)) {
            atStart = said.path("message").hasNonNull("usage")
                    ? said.path("message").path("usage")
                    : atStart;
            atEnd = said.hasNonNull("usage") ? said.path("usage") : atEnd;
            JsonNode reason = streamed ? said.path("delta").path("stop_reason") : said.path("stop_reason");
            finish = reason.isTextual() ? finish(reason.asText()) : finish;
        }
        if (atEnd == null || streamed && atStart == null) {
            return new Ending(finish, null, "");
        }
        return new Ending(finish, usage(streamed ? atStart : atEnd, atEnd), "");
    }

    private static Finish finish(String reason) {
        return switch (reason) {
            case "end_turn", "stop_sequence" -> Finish.STOP;
            case "tool_use" -> Finish.TOOL_CALLS;
            case "max_tokens", "model_context_window_exceeded" -> Finish.LENGTH;
            case "refusal" -> Finish.REFUSAL;
            default -> Finish.OTHER;
        };
    }

    /** Here the input's tokens are those that have nothing to do with the cache. */
    private static Usage usage(JsonNode prompt, JsonNode answer) {
        return new Usage(
                prompt.path("input_tokens").asLong(),
                prompt.path("cache_read_input_tokens").asLong(),
                prompt.path("cache_creation_input_tokens").asLong(),
                answer.path("output_tokens").asLong(),
                0);
    }
}
