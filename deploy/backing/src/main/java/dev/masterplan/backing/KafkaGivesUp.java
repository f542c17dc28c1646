package dev.masterplan.backing;

import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/**
 * What happens when Kafka can't go on (its disk is full or gone). By itself it halts the whole process, so that no
 * shutdown hook runs and the services and PostgreSQL are left behind; this ends the process in order instead.
 */
final class KafkaGivesUp {

    private static final int EXIT_STATUS = 1;

    private static volatile Consumer<String> then = why -> {
        System.err.println("Kafka can't go on: " + why);
        System.exit(EXIT_STATUS);
    };

    private KafkaGivesUp() {}

    static void endTheProcessInOrder() {
        Exit.setHaltProcedure(KafkaGivesUp::end);
        Exit.setExitProcedure(KafkaGivesUp::end);
    }

    static void instead(Consumer<String> what) {
        then = what;
    }

    private static void end(int status, String message) {
        String why = message == null ? "status " + status : message;
        // Not on Kafka's thread: whoever stops it waits for it.
        Thread.ofPlatform().name("kafka-gave-up").daemon().start(() -> then.accept(why));
        throw new BackingException("Kafka can't go on: " + why);
    }
}
