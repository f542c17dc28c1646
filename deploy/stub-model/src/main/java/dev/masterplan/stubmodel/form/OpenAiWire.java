package dev.masterplan.stubmodel.form;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.stubmodel.bill.Tokens;
import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Chat completions. Its prompt cache takes the system text by itself. */
public final class OpenAiWire implements Wire {

    private static final int DEFAULT_MAX = 4096;

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public boolean cacheWritingCosts() {
        return false;
    }

    @Override
    public Asked asked(byte[] body) {
        JsonNode json = Json.read(body);
        StringBuilder system = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (JsonNode message : json.path("messages")) {
            String text = Json.text(message.path("content"));
            all.append(text);
            if ("system".equals(message.path("role").asText())) {
                system.append(text);
            }
        }
        int max =
                json.path("max_completion_tokens").asInt(json.path("max_tokens").asInt(DEFAULT_MAX));
        return new Asked(
                json.path("model").asText(),
                system.toString(),
                all.toString(),
                max,
                json.path("stream").asBoolean(),
                json.has("response_format"),
                json.path("stream_options").path("include_usage").asBoolean(),
                json.has("reasoning_effort"));
    }

    @Override
    public String whole(Asked asked, Spoken spoken, boolean withUsage) {
        Map<String, Object> body = base(asked, "chat.completion");
        boolean refused = spoken.end() == Spoken.End.REFUSAL;
        Map<String, Object> message = Json.object(
                "role",
                "assistant",
                "content",
                refused ? null : spoken.text(),
                "refusal",
                refused ? spoken.text() : null);
        body.put("choices", List.of(Json.object("index", 0, "message", message, "finish_reason", finish(spoken))));
        if (withUsage) {
            body.put("usage", usage(spoken.tokens()));
        }
        return Json.write(body);
    }

    @Override
    public List<String> beginning(Asked asked, Spoken spoken, boolean withUsage) {
        List<String> events = new ArrayList<>();
        events.add(chunk(asked, Json.object("role", "assistant", "content", ""), null));
        String field = spoken.end() == Spoken.End.REFUSAL ? "refusal" : "content";
        spoken.pieces().forEach(piece -> events.add(chunk(asked, Json.object(field, piece), null)));
        return events;
    }

    @Override
    public List<String> end(Asked asked, Spoken spoken, boolean withUsage) {
        List<String> events = new ArrayList<>();
        events.add(chunk(asked, Map.of(), finish(spoken)));
        if (withUsage && asked.usageAsked()) {
            Map<String, Object> last = base(asked, "chat.completion.chunk");
            last.put("choices", List.of());
            last.put("usage", usage(spoken.tokens()));
            events.add(data(Json.write(last)));
        }
        events.add(data("[DONE]"));
        return events;
    }

    @Override
    public String error(Fault fault) {
        return Json.write(Map.of("error", error(fault, "said by the stub")));
    }

    @Override
    public String errorEvent() {
        return data(Json.write(Map.of("error", error(Fault.SERVER_ERROR, "The server had an error"))));
    }

    private static Map<String, Object> error(Fault fault, String text) {
        String type = fault == Fault.QUOTA_EXHAUSTED ? "insufficient_quota" : fault.word();
        return Json.object("message", text, "type", type, "code", type);
    }

    private static String chunk(Asked asked, Map<String, Object> delta, String finish) {
        Map<String, Object> body = base(asked, "chat.completion.chunk");
        body.put("choices", List.of(Json.object("index", 0, "delta", delta, "finish_reason", finish)));
        return data(Json.write(body));
    }

    private static String data(String json) {
        return "data: " + json + "\n\n";
    }

    private static Map<String, Object> base(Asked asked, String object) {
        return Json.object("id", "chatcmpl-stub", "object", object, "created", 1_700_000_000, "model", asked.model());
    }

    private static String finish(Spoken spoken) {
        return spoken.end() == Spoken.End.LENGTH ? "length" : "stop";
    }

    /** Here input means all of the prompt, what came from the cache included. */
    private static Map<String, Object> usage(Tokens tokens) {
        return Json.object(
                "prompt_tokens", tokens.prompt(),
                "completion_tokens", tokens.output(),
                "total_tokens", tokens.prompt() + tokens.output(),
                "prompt_tokens_details", Map.of("cached_tokens", tokens.cacheRead()),
                "completion_tokens_details", Map.of("reasoning_tokens", tokens.reasoning()));
    }
}
