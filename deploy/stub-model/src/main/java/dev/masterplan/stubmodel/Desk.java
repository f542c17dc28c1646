package dev.masterplan.stubmodel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.stubmodel.bill.Books;
import dev.masterplan.stubmodel.bill.Prices;
import dev.masterplan.stubmodel.bill.Tokens;
import dev.masterplan.stubmodel.form.AnthropicWire;
import dev.masterplan.stubmodel.form.OpenAiWire;
import dev.masterplan.stubmodel.form.Spoken;
import dev.masterplan.stubmodel.form.Wire;
import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import dev.masterplan.stubmodel.script.Json;
import dev.masterplan.stubmodel.script.Script;
import dev.masterplan.stubmodel.script.Turn;
import java.io.IOException;
import java.util.Map;

/** Takes requests and answers them as the script says. */
record Desk(Script script, Books books, String key) {

    private static final Wire OPENAI = new OpenAiWire();
    private static final Wire ANTHROPIC = new AnthropicWire();

    /** @return false when the connection is of no more use */
    boolean answer(Connection connection, Connection.Request request) throws IOException {
        String path = request.path().replaceFirst("\\?.*", "");
        return switch (request.method() + " " + path) {
            case "POST /v1/chat/completions" -> model(connection, request, OPENAI);
            case "POST /v1/messages" -> model(connection, request, ANTHROPIC);
            case "GET /v1/models" -> models(connection, request);
            case "GET /log" -> say(connection, 200, Json.write(books.calls()));
            case "GET /prices" -> say(connection, 200, Prices.liteLlm());
            case "POST /script" -> program(connection, request);
            default -> say(connection, 404, "{\"error\": {\"message\": \"unknown path\"}}");
        };
    }

    private boolean models(Connection connection, Connection.Request request) throws IOException {
        if (!letIn(request)) {
            return say(connection, 401, OPENAI.error(Fault.UNAUTHORIZED));
        }
        var data = books.models().stream()
                .map(id -> Map.of("id", id, "object", "model", "owned_by", "stub"))
                .toList();
        return say(connection, 200, Json.write(Map.of("object", "list", "data", data)));
    }

    private boolean letIn(Connection.Request request) {
        Map<String, String> headers = request.headers();
        return key == null
                || ("Bearer " + key).equals(headers.get("authorization"))
                || key.equals(headers.get("x-api-key"));
    }

    /** {@code {"turns": [turn…], "rules": [{"contains": …, "turn": turn}…], "clear": true}}, all optional. */
    private boolean program(Connection connection, Connection.Request request) throws IOException {
        JsonNode json = Json.read(request.body());
        if (json.path("clear").asBoolean()) {
            script.clear();
        }
        for (JsonNode turn : json.path("turns")) {
            script.then(Json.read(turn.toString().getBytes(), Turn.class));
        }
        for (JsonNode rule : json.path("rules")) {
            Turn turn = Json.read(rule.path("turn").toString().getBytes(), Turn.class);
            script.always(rule.path("contains").asText(), turn);
        }
        return say(connection, 200, "{}");
    }

    private boolean model(Connection connection, Connection.Request request, Wire wire) throws IOException {
        if (!letIn(request)) {
            return say(connection, 401, wire.error(Fault.UNAUTHORIZED));
        }
        books.keep(request.body());
        Asked asked = wire.asked(request.body());
        if (!books.knows(asked.model())) {
            return say(connection, 404, wire.error(Fault.BAD_REQUEST));
        }
        Turn turn = script.next(asked);
        boolean works = turn.fault().billed();
        Spoken spoken = Spoken.of(
                asked, turn, works ? books.prompt(wire.name(), wire.cacheWritingCosts(), asked) : Tokens.NONE);
        books.add(wire.name(), asked, turn.fault(), spoken.tokens());
        if (!works || !asked.stream()) {
            sleep(turn.delayMs());
        }
        if (!works) {
            Integer after = turn.retryAfter();
            Map<String, String> headers = after == null ? Map.of() : Map.of("Retry-After", after.toString());
            connection.respond(turn.fault().status(), wire.error(turn.fault()), headers);
            return true;
        }
        return asked.stream()
                ? stream(connection, wire, asked, spoken, turn)
                : whole(connection, wire, asked, spoken, turn.fault());
    }

    private boolean whole(Connection connection, Wire wire, Asked asked, Spoken spoken, Fault fault)
            throws IOException {
        String body = wire.whole(asked, spoken, fault != Fault.NO_USAGE);
        switch (fault) {
            case STALL -> {
                connection.respondHalf(body);
                connection.untilGone();
                return false;
            }
            case CUT -> {
                connection.respondHalf(body);
                return false;
            }
            case TRUNCATED -> connection.respond(200, body.substring(0, body.length() / 2), Map.of());
            case RESET -> {
                connection.respondHalf(body);
                connection.reset();
                return false;
            }
            case ERROR_IN_STREAM -> connection.respond(500, wire.error(Fault.SERVER_ERROR), Map.of());
            default -> connection.respond(200, body, Map.of());
        }
        return true;
    }

    private boolean stream(Connection connection, Wire wire, Asked asked, Spoken spoken, Turn turn) throws IOException {
        Fault fault = turn.fault();
        boolean withUsage = fault != Fault.NO_USAGE;
        var events = wire.beginning(asked, spoken, withUsage);
        boolean breaks = breaks(fault);
        connection.beginStream();
        sleep(turn.delayMs());
        for (String event : breaks ? events.subList(0, (events.size() + 1) / 2) : events) {
            connection.chunk(event);
        }
        if (!breaks) {
            for (String event : wire.end(asked, spoken, withUsage)) {
                connection.chunk(event);
            }
            connection.endStream();
            return true;
        }
        return broken(connection, wire, fault);
    }

    private static boolean breaks(Fault fault) {
        return switch (fault) {
            case STALL, CUT, TRUNCATED, RESET, ERROR_IN_STREAM -> true;
            default -> false;
        };
    }

    private static boolean broken(Connection connection, Wire wire, Fault fault) throws IOException {
        switch (fault) {
            case STALL -> connection.untilGone();
            case RESET -> connection.reset();
            case ERROR_IN_STREAM -> {
                connection.chunk(wire.errorEvent());
                connection.endStream();
            }
            case TRUNCATED -> connection.endStream();
            default -> {}
        }
        return false;
    }

    private static boolean say(Connection connection, int status, String body) throws IOException {
        connection.respond(status, body, Map.of());
        return true;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
