package dev.masterplan.backing;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start the backing services.
 *
 * @param dataDir      folder that keeps everything: databases, topics, secrets; made when missing
 * @param postgresPort 0 = any free port
 * @param kafkaPort    0 = any free port
 * @param durable      true: every commit reaches the disk; false only for data that may be lost, as in tests
 * @param kafkaSecured true: Kafka wants a password (SCRAM) and only a topic's owners may write it
 * @param passwords    user → password; users that are missing get a random one that is kept in the data folder
 */
public record BackingOptions(
        Path dataDir,
        int postgresPort,
        int kafkaPort,
        boolean durable,
        boolean kafkaSecured,
        Map<String, String> passwords) {

    public BackingOptions {
        passwords = Map.copyOf(passwords);
    }

    /** Durable, on free ports, with random passwords. */
    public static BackingOptions durable(Path dataDir) {
        return new BackingOptions(dataDir, 0, 0, true, false, Map.of());
    }

    /** Fast and forgetful, on free ports. */
    public static BackingOptions forTests(Path dataDir) {
        return new BackingOptions(dataDir, 0, 0, false, false, Map.of());
    }

    public BackingOptions withPorts(int postgres, int kafka) {
        return new BackingOptions(dataDir, postgres, kafka, durable, kafkaSecured, passwords);
    }

    public BackingOptions withPasswords(Map<String, String> chosen) {
        return new BackingOptions(dataDir, postgresPort, kafkaPort, durable, kafkaSecured, chosen);
    }

    /** Services then need {@link Backing#kafkaSettings}. */
    public BackingOptions withSecuredKafka() {
        return new BackingOptions(dataDir, postgresPort, kafkaPort, durable, true, passwords);
    }
}
