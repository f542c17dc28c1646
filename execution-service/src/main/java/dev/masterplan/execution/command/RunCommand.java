package dev.masterplan.execution.command;

import dev.masterplan.messaging.event.Json;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.UUID;

/** A stored command. @param state PENDING, DONE or REFUSED; @param text what became of it */
public record RunCommand(
        UUID id, CommandKind kind, CommandBody body, String askedBy, String state, String text, Instant createdAt) {

    static RunCommand of(Row row) {
        return new RunCommand(
                row.getUUID("id"),
                CommandKind.of(row.getString("command")).orElseThrow(),
                Json.read(row.getBuffer("body").getBytes(), CommandBody.class),
                row.getString("asked_by"),
                row.getString("state"),
                row.getString("text"),
                row.getOffsetDateTime("created_at").toInstant());
    }
}
