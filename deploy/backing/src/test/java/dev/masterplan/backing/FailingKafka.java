package dev.masterplan.backing;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.utils.Exit;

/** A process whose Kafka says, as it does when its disk is gone, that it can't go on. */
public final class FailingKafka {

    private FailingKafka() {}

    public static void main(String... arguments) {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0, null);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kafka.close();
            System.out.println("stopped in order");
        }));
        try {
            Exit.halt(1, "all log dirs have failed");
        } catch (BackingException threadOfKafkaEnds) {
            LockSupport.park(); // until the process ends in order
        }
    }
}
