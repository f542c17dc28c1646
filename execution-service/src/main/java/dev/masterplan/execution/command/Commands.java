package dev.masterplan.execution.command;

import dev.masterplan.execution.Problem;
import dev.masterplan.execution.cost.MoneyLimits;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.event.RunState;
import dev.masterplan.messaging.event.TraceContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a person's command into the mailbox, or says at once why it is not possible. */
@Singleton
class Commands {

    /** Far above any plan, far below what the budget's column can hold. */
    private static final BigDecimal MOST_USD = new BigDecimal("1000000000");

    private final Mailbox mailbox;
    private final SecurityIdentity identity;

    Commands(Mailbox mailbox, SecurityIdentity identity) {
        this.mailbox = mailbox;
        this.identity = identity;
    }

    /** A command as the API shows it. */
    public record View(UUID id, String command, String state, String text, Instant createdAt) {}

    /** @param key of the person's request, null = none */
    View take(Row run, CommandBody body, String key) {
        if (body == null || body.command() == null) {
            throw Problem.invalid("missing field: command");
        }
        CommandKind kind = CommandKind.of(body.command())
                .filter(k -> k.forPeople() && body.decided() == null)
                .orElseThrow(() -> Problem.invalid("unknown command: " + body.command()));
        if (kind == CommandKind.LIMITS) {
            check(body.limits());
        }
        TraceContext.note(run.getString("traceparent"), run.getUUID("masterplan_id"), "command " + kind.word());
        UUID id = id(run, key);
        Optional<RunCommand> sent = mailbox.find(run.getInteger("no"), id);
        if (sent.isPresent() && !Arrays.equals(Json.write(sent.get().body()), Json.write(body))) {
            throw Problem.invalid("this Idempotency-Key was used for another command");
        }
        if (sent.isEmpty()) {
            RunState state = RunState.valueOf(run.getString("state"));
            if (!kind.allowedIn(state)) {
                throw Problem.conflict(
                        kind.word() + " is not possible while the run is " + state,
                        Map.of("allowed", CommandKind.allowed(state)));
            }
            mailbox.put(id, run.getInteger("no"), kind, body, user(), run.getString("trace_id"));
        }
        return view(run, id);
    }

    private static void check(MoneyLimits limits) {
        if (limits == null) {
            throw Problem.invalid("missing field: limits");
        }
        if (limits.hardUsd().compareTo(MOST_USD) > 0) {
            throw Problem.invalid("limits.hard_usd must be at most " + MOST_USD.toPlainString());
        }
    }

    View view(Row run, UUID id) {
        RunCommand command =
                mailbox.find(run.getInteger("no"), id).orElseThrow(() -> Problem.notFound("no command " + id));
        return new View(command.id(), command.kind().word(), command.state(), command.text(), command.createdAt());
    }

    /** The same key of the same person for the same run is the same command. */
    private UUID id(Row run, String key) {
        if (key == null) {
            return UUID.randomUUID();
        }
        String name = run.getUUID("id") + "/" + user() + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String user() {
        return identity.getPrincipal().getName();
    }
}
