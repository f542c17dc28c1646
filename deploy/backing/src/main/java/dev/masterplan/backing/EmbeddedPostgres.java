package dev.masterplan.backing;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One PostgreSQL server on the loopback address. Every connection needs a password (SCRAM), from the first start on;
 * there is no Unix socket.
 */
final class EmbeddedPostgres implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final String SUPERUSER = "postgres";
    private static final String LOG_FILE = "postgres.log";
    /** The program that starts the server says something under its own name only when that failed. */
    private static final String STARTER = "pg_ctl: ";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server) {
        this.server = server;
    }

    static EmbeddedPostgres start(Path folder, int port, boolean durable, String superuserPassword) {
        Path data = folder.resolve("postgres").toAbsolutePath();
        StalePostmaster.stop(data);
        int chosen = FreePort.choose(port, "PostgreSQL");
        try {
            Files.deleteIfExists(folder.resolve(LOG_FILE));
            return new EmbeddedPostgres(unlessRefused(
                    folder.resolve(LOG_FILE), () -> launch(folder, data, chosen, durable, superuserPassword)));
        } catch (IOException | IllegalStateException e) {
            throw new BackingException(
                    "PostgreSQL does not start on " + data + ", see " + folder.resolve(LOG_FILE) + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** The library waits until its patience ends, also for a server that refused its data at once and is gone. */
    private static <T> T unlessRefused(Path log, Callable<T> start) throws IOException {
        FutureTask<T> starting = new FutureTask<>(start);
        Thread thread = Thread.ofPlatform().daemon().name("start postgres").start(starting);
        try {
            while (!thread.join(LOOK_AGAIN)) {
                Optional<String> refusal = refusal(log);
                if (refusal.isPresent()) {
                    thread.interrupt();
                    throw new IOException(refusal.get());
                }
            }
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw e.getCause() instanceof IllegalStateException known ? known : new IllegalStateException(e.getCause());
        }
    }

    /** Why the server is gone again; empty while nothing says so. */
    private static Optional<String> refusal(Path log) throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(STARTER))
                .findFirst()
                .map(last -> lines.stream()
                        .filter(line -> line.contains("FATAL: ") || line.contains("PANIC: "))
                        .map(line -> line.replaceFirst(".*(FATAL|PANIC): +", ""))
                        .findFirst()
                        .orElse(last));
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(
            Path folder, Path data, int port, boolean durable, String password) throws IOException {
        Path passwordFile = Files.createTempFile(
                "pg", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(passwordFile, password);
            var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(STARTUP)
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", password)
                    .setErrorRedirector(logTo(folder))
                    .setOutputRedirector(logTo(folder));
            if (durable) {
                builder.setOverrideWorkingDirectory(
                        folder.resolve("postgres-program").toFile());
            }
            settings(builder, durable);
            return builder.start();
        } finally {
            Files.deleteIfExists(passwordFile);
        }
    }

    private static Redirect logTo(Path folder) {
        return Redirect.appendTo(new File(folder.toFile(), LOG_FILE));
    }

    private static void settings(io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder, boolean durable) {
        String safety = durable ? "on" : "off";
        builder.setServerConfig("fsync", safety)
                .setServerConfig("full_page_writes", safety)
                .setServerConfig("synchronous_commit", safety)
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("timezone", "UTC");
    }

    int port() {
        return server.getPort();
    }

    /** A connection of the superuser. */
    Connection connect(String database) throws SQLException {
        return server.getDatabase(SUPERUSER, database).getConnection();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new BackingException("PostgreSQL does not stop: " + e.getMessage(), e);
        }
    }
}
