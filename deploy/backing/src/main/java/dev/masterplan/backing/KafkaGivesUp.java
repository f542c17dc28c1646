package dev.masterplan.backing;

import org.apache.kafka.common.utils.Exit;

/**
 * What happens when Kafka can't go on (its disk is full or gone). By itself it halts the whole process, so that no
 * shutdown hook runs and the services and PostgreSQL are left behind; this ends the process in order instead.
 */
final class KafkaGivesUp {

    private static final int EXIT_STATUS = 1;

    private KafkaGivesUp() {}

    static void endTheProcessInOrder() {
        Exit.setHaltProcedure(KafkaGivesUp::end);
        Exit.setExitProcedure(KafkaGivesUp::end);
    }

    private static void end(int status, String message) {
        String why = message == null ? "status " + status : message;
        System.err.println("Kafka can't go on: " + why);
        // Not on Kafka's thread: the hooks wait for it to stop.
        Thread.ofPlatform().name("kafka-gave-up").start(() -> System.exit(EXIT_STATUS));
        throw new BackingException("Kafka can't go on: " + why);
    }
}
