package dev.masterplan.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Passwords for the database and for Kafka, made at the first start and kept in one file that only its owner reads. */
final class Secrets {

    private static final String SUPERUSER = "postgres";
    private static final String KAFKA = "kafka.";
    private static final int RANDOM_BYTES = 24;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    static Secrets load(Path file, Map<String, String> chosen) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                values.load(in);
            }
        }
        values.putAll(chosen);
        values.computeIfAbsent(SUPERUSER, user -> random());
        values.computeIfAbsent(KAFKA + KafkaSecurity.ADMIN, user -> random());
        for (String user : DatabaseSetup.USERS) {
            values.computeIfAbsent(user, missing -> random());
            values.computeIfAbsent(KAFKA + user, missing -> random());
        }
        store(values, file);
        return new Secrets(values);
    }

    private static void store(Properties values, Path file) throws IOException {
        Path written = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                ".secrets",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(written)) {
            values.store(out, null);
        }
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String superuser() {
        return values.getProperty(SUPERUSER);
    }

    /** Database user → password. */
    Map<String, String> users() {
        return DatabaseSetup.USERS.stream().collect(Collectors.toUnmodifiableMap(u -> u, values::getProperty));
    }

    KafkaSecurity kafka() {
        return new KafkaSecurity(
                values.getProperty(KAFKA + KafkaSecurity.ADMIN),
                DatabaseSetup.USERS.stream()
                        .collect(Collectors.toUnmodifiableMap(u -> u, u -> values.getProperty(KAFKA + u))));
    }
}
