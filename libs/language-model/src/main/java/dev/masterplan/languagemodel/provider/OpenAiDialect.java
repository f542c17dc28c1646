package dev.masterplan.languagemodel.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Sampling;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import dev.masterplan.languagemodel.shape.Shape;

/** Chat completions. Its prompt cache needs no marks: a stable beginning is enough. */
final class OpenAiDialect implements Dialect {

    private final Endpoint endpoint;

    OpenAiDialect(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public ChatModel whole(ModelRequest request, HttpClientBuilder wire) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(endpoint.base().toString())
                .apiKey(endpoint.keyText())
                .modelName(request.model())
                .temperature(temperature(request))
                .reasoningEffort(effort(request))
                .maxTokens(newLimit(request) ? null : request.maxTokens())
                .maxCompletionTokens(newLimit(request) ? request.maxTokens() : null)
                .responseFormat(format(request.shape()))
                .strictJsonSchema(true)
                .maxRetries(0)
                .build();
    }

    @Override
    public StreamingChatModel streamed(ModelRequest request, HttpClientBuilder wire) {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(wire)
                .baseUrl(endpoint.base().toString())
                .apiKey(endpoint.keyText())
                .modelName(request.model())
                .temperature(temperature(request))
                .reasoningEffort(effort(request))
                .maxTokens(newLimit(request) ? null : request.maxTokens())
                .maxCompletionTokens(newLimit(request) ? request.maxTokens() : null)
                .responseFormat(format(request.shape()))
                .strictJsonSchema(true)
                .returnThinking(true)
                .build();
    }

    private boolean newLimit(ModelRequest request) {
        return endpoint.newLimit() || effort(request) != null;
    }

    private static Double temperature(ModelRequest request) {
        return request.sampling() instanceof Sampling.Temperature temperature ? temperature.value() : null;
    }

    private static String effort(ModelRequest request) {
        return request.sampling() instanceof Sampling.Effort effort ? effort.level() : null;
    }

    private static ResponseFormat format(Shape.Fields shape) {
        if (shape == null) {
            return null;
        }
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(JsonSchema.builder()
                        .name(shape.name())
                        .rootElement(JsonRawSchema.from(Json.write(Schema.of(shape))))
                        .build())
                .build();
    }

    @Override
    public Ending ending(String body, boolean streamed) {
        Finish finish = null;
        Usage usage = null;
        StringBuilder refusal = new StringBuilder();
        for (JsonNode said : Json.said(body, streamed)) {
            JsonNode choice = said.path("choices").path(0);
            JsonNode words = choice.path(streamed ? "delta" : "message");
            refusal.append(words.path("refusal").asText(""));
            finish = choice.hasNonNull("finish_reason")
                    ? finish(choice.path("finish_reason").asText())
                    : finish;
            usage = said.hasNonNull("usage") ? usage(said.path("usage")) : usage;
        }
        boolean refused = finish != null && !refusal.isEmpty();
        return new Ending(refused ? Finish.REFUSAL : finish, usage, refusal.toString());
    }

    private static Finish finish(String reason) {
        return switch (reason) {
            case "stop" -> Finish.STOP;
            case "length" -> Finish.LENGTH;
            case "tool_calls", "function_call" -> Finish.TOOL_CALLS;
            case "content_filter" -> Finish.REFUSAL;
            default -> Finish.OTHER;
        };
    }

    /** Here the prompt's tokens include those from the cache; some servers name these otherwise. */
    private static Usage usage(JsonNode usage) {
        JsonNode details = usage.path("prompt_tokens_details");
        long all = usage.path("prompt_tokens").asLong();
        long read = details.path("cached_tokens")
                .asLong(usage.path("prompt_cache_hit_tokens").asLong());
        long written = details.path("cache_write_tokens").asLong();
        return new Usage(
                Math.max(0, all - read - written),
                read,
                written,
                usage.path("completion_tokens").asLong(),
                usage.path("completion_tokens_details").path("reasoning_tokens").asLong());
    }
}
