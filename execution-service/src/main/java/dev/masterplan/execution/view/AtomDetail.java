package dev.masterplan.execution.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.masterplan.messaging.event.WaveCompleted.ConfidenceParts;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** An atom with its attempts, its file and what proves it. @param previousContent the version before */
public record AtomDetail(
        @JsonUnwrapped AtomView atom,
        List<AttemptView> attempts,
        String content,
        String previousContent,
        ConfidenceParts confidenceParts,
        List<String> requirementKeys,
        List<String> tests,
        String traceId) {

    /**
     * One request and what became of it.
     *
     * @param validators JSON as the validators wrote it
     * @param usage      tokens as JSON, null for an author that counts none
     */
    public record AttemptView(
            int ladder,
            int number,
            int call,
            String state,
            List<String> diagnostics,
            @JsonRawValue String validators,
            @JsonRawValue String usage,
            BigDecimal costUsd,
            boolean estimated,
            Instant startedAt,
            Long durationMs) {

        static AttemptView of(Row row) {
            return new AttemptView(
                    row.getInteger("ladder"),
                    row.getInteger("number"),
                    row.getInteger("call"),
                    row.getString("state"),
                    lines(row.getBuffer("diagnostics")),
                    row.getString("validators") == null ? "[]" : row.getString("validators"),
                    row.getString("usage"),
                    row.getBigDecimal("cost"),
                    row.getBoolean("estimated"),
                    row.getOffsetDateTime("started_at").toInstant(),
                    AtomView.duration(row));
        }

        private static List<String> lines(Buffer diagnostics) {
            return diagnostics == null || diagnostics.length() == 0
                    ? List.of()
                    : List.of(new String(diagnostics.getBytes(), StandardCharsets.UTF_8).split("\n"));
        }
    }
}
