package dev.masterplan.messaging.outbox;

import dev.masterplan.messaging.outbox.ExecutionSchema.Writer;
import dev.masterplan.proof.Events;
import java.util.UUID;

/** A process that dies between the commit of its events and their publication. */
public final class CrashingWriter {

    private CrashingWriter() {}

    public static void main(String... arguments) throws Exception {
        UUID plan = UUID.fromString(arguments[0]);
        Publisher publisher = Publisher.started(0);
        Writer writer = Writer.open();
        writer.commit(Events.waveCompleted(plan, 1), Events.waveCompleted(plan, 2));
        if (publisher.handOver() != null) {
            Runtime.getRuntime().halt(137);
        }
    }
}
