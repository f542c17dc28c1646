package dev.masterplan.execution.view;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;

/** An atom as the API shows it. */
public record AtomView(
        UUID id,
        String name,
        UUID taskId,
        UUID subtaskId,
        int taskNumber,
        int subtaskNumber,
        int wave,
        String state,
        String reason,
        String language,
        String file,
        String complexity,
        int retries,
        Double confidence,
        BigDecimal costUsd,
        Long durationMs) {

    static AtomView of(Row row) {
        return new AtomView(
                row.getUUID("id"),
                row.getString("name"),
                row.getUUID("task_id"),
                row.getUUID("subtask_id"),
                row.getInteger("task_number"),
                row.getInteger("subtask_number"),
                row.getInteger("wave"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("language"),
                row.getString("file"),
                row.getString("complexity"),
                row.getInteger("retries"),
                row.getDouble("confidence"),
                row.getBigDecimal("cost"),
                duration(row));
    }

    static Long duration(Row row) {
        OffsetDateTime started = row.getOffsetDateTime("started_at");
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return started == null || ended == null
                ? null
                : Duration.between(started, ended).toMillis();
    }
}
