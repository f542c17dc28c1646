package dev.masterplan.stubmodel.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.stubmodel.bill.Tokens;
import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Messages. Its prompt cache takes what is marked. */
public final class AnthropicWire implements Wire {

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public boolean cacheWritingCosts() {
        return true;
    }

    @Override
    public Asked asked(byte[] body) {
        JsonNode json = Json.read(body);
        StringBuilder marked = new StringBuilder();
        StringBuilder all = new StringBuilder(Json.text(json.path("system")));
        for (JsonNode block : json.path("system")) {
            if (block.has("cache_control")) {
                marked.append(Json.text(block.path("text")));
            }
        }
        json.path("messages").forEach(message -> all.append(Json.text(message.path("content"))));
        return new Asked(
                json.path("model").asText(),
                marked.toString(),
                all.toString(),
                json.path("max_tokens").asInt(),
                json.path("stream").asBoolean(),
                json.path("output_config").has("format") || json.has("output_format"),
                true,
                json.path("output_config").has("effort") || json.has("thinking"));
    }

    @Override
    public String whole(Asked asked, Spoken spoken, boolean withUsage) {
        Map<String, Object> body = message(asked);
        body.put("content", List.of(Json.object("type", "text", "text", spoken.text())));
        body.put("stop_reason", finish(spoken));
        if (withUsage) {
            Map<String, Object> usage = prompt(spoken.tokens());
            usage.put("output_tokens", spoken.tokens().output());
            body.put("usage", usage);
        }
        return Json.write(body);
    }

    @Override
    public List<String> beginning(Asked asked, Spoken spoken, boolean withUsage) {
        List<String> events = new ArrayList<>();
        Map<String, Object> message = message(asked);
        message.put("content", List.of());
        message.put("stop_reason", null);
        if (withUsage) {
            Map<String, Object> usage = prompt(spoken.tokens());
            usage.put("output_tokens", 1);
            message.put("usage", usage);
        }
        events.add(event("message_start", "message", message));
        events.add(event("content_block_start", "index", 0, "content_block", Map.of("type", "text", "text", "")));
        events.add(event("ping"));
        spoken.pieces()
                .forEach(piece -> events.add(event(
                        "content_block_delta", "index", 0, "delta", Map.of("type", "text_delta", "text", piece))));
        return events;
    }

    @Override
    public List<String> end(Asked asked, Spoken spoken, boolean withUsage) {
        Map<String, Object> delta = Json.object("stop_reason", finish(spoken), "stop_sequence", null);
        Map<String, Object> usage = Map.of("output_tokens", spoken.tokens().output());
        return List.of(
                event("content_block_stop", "index", 0),
                withUsage
                        ? event("message_delta", "delta", delta, "usage", usage)
                        : event("message_delta", "delta", delta),
                event("message_stop"));
    }

    @Override
    public String error(Fault fault) {
        return Json.write(failure(type(fault)));
    }

    @Override
    public String errorEvent() {
        return "event: error\ndata: " + Json.write(failure("overloaded_error")) + "\n\n";
    }

    private static Map<String, Object> failure(String type) {
        return Map.of("type", "error", "error", Map.of("type", type, "message", "said by the stub"));
    }

    private static String type(Fault fault) {
        return switch (fault) {
            case BAD_REQUEST -> "invalid_request_error";
            case UNAUTHORIZED -> "authentication_error";
            case RATE_LIMITED -> "rate_limit_error";
            case QUOTA_EXHAUSTED -> "billing_error";
            case OVERLOADED -> "overloaded_error";
            default -> "api_error";
        };
    }

    private static Map<String, Object> message(Asked asked) {
        return Json.object("id", "msg_stub", "type", "message", "role", "assistant", "model", asked.model());
    }

    private static String event(String type, Object... fields) {
        Map<String, Object> data = Json.object("type", type);
        data.putAll(Json.object(fields));
        return "event: " + type + "\ndata: " + Json.write(data) + "\n\n";
    }

    private static String finish(Spoken spoken) {
        return switch (spoken.end()) {
            case STOP -> "end_turn";
            case LENGTH -> "max_tokens";
            case REFUSAL -> "refusal";
        };
    }

    /** Here input means what the cache had nothing to do with. */
    private static Map<String, Object> prompt(Tokens tokens) {
        return Json.object(
                "input_tokens", tokens.input(),
                "cache_creation_input_tokens", tokens.cacheWrite(),
                "cache_read_input_tokens", tokens.cacheRead());
    }
}
