package dev.masterplan.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts PostgreSQL and Kafka once per JUnit session, in a temporary folder, and tells the tests by system properties.
 *
 * <p>Does nothing when {@code masterplan.postgres.port} is set already (the caller has its own) or
 * {@code masterplan.backing.session=off}. Nothing but JUnit loads it.
 */
public final class BackingSession implements LauncherSessionListener {

    private static final String PASSWORD = "for-tests-only";

    /** Held, because a logger that nobody holds forgets its level. */
    private static final List<Logger> TALKATIVE = Stream.of(
                    "org.apache.kafka", "kafka", "state.change.logger", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private Path folder;
    private Backing backing;
    private Thread onExit;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("masterplan.postgres.port") != null
                || "off".equals(System.getProperty("masterplan.backing.session"))) {
            return;
        }
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            folder = Files.createTempDirectory("masterplan-backing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        backing = Backing.start(BackingOptions.forTests(folder)
                .withPasswords(DatabaseSetup.USERS.stream().collect(Collectors.toMap(u -> u, u -> PASSWORD))));
        onExit = new Thread(this::stop, "backing-session-stop");
        Runtime.getRuntime().addShutdownHook(onExit);
        publish(IdentityKeys.in(folder));
    }

    private void publish(IdentityKeys keys) {
        System.setProperty("masterplan.postgres.host", backing.postgresHost());
        System.setProperty("masterplan.postgres.port", Integer.toString(backing.postgresPort()));
        System.setProperty("masterplan.postgres.password", PASSWORD);
        System.setProperty("masterplan.kafka.bootstrap-servers", backing.bootstrapServers());
        System.setProperty(
                "masterplan.identity.public-key-location", keys.publicKey().toString());
        System.setProperty(
                "masterplan.identity.private-key-location", keys.privateKey().toString());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (backing != null) {
            Runtime.getRuntime().removeShutdownHook(onExit);
            stop();
        }
    }

    private void stop() {
        backing.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
