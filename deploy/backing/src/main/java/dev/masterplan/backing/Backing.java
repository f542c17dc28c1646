package dev.masterplan.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/**
 * The running backing services. Both are ready when {@link #start} returns: database, users, schemas and topics exist.
 *
 * <p>The caller stops it: there is no shutdown hook, because the services must end first.
 */
public final class Backing implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Map<String, String> passwords;
    private final KafkaSecurity security;
    private final FolderLock lock;

    private Backing(
            EmbeddedPostgres postgres,
            EmbeddedKafka kafka,
            Map<String, String> passwords,
            KafkaSecurity security,
            FolderLock lock) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.passwords = passwords;
        this.security = security;
        this.lock = lock;
    }

    /** @throws BackingException when one of the two can't start; nothing is left running then */
    public static Backing start(BackingOptions options) {
        FolderLock lock = lock(options);
        try {
            return start(options, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What happens when Kafka can't go on, instead of the end of this process; gets the reason, on a thread of its own. */
    public static void whenKafkaGivesUp(Consumer<String> then) {
        KafkaGivesUp.instead(then);
    }

    private static Backing start(BackingOptions options, FolderLock lock) {
        Secrets secrets = secretsOf(options);
        KafkaSecurity security = options.kafkaSecured() ? secrets.kafka() : null;
        CompletableFuture<EmbeddedPostgres> postgres =
                CompletableFuture.supplyAsync(() -> startPostgres(options, secrets), Thread::startVirtualThread);
        CompletableFuture<EmbeddedKafka> kafka =
                CompletableFuture.supplyAsync(() -> startKafka(options, security), Thread::startVirtualThread);
        try {
            return new Backing(postgres.join(), kafka.join(), secrets.users(), security, lock);
        } catch (CompletionException e) {
            stopStarted(postgres, EmbeddedPostgres::close);
            stopStarted(kafka, EmbeddedKafka::close);
            throw e.getCause() instanceof BackingException known ? known : new BackingException("start failed", e);
        }
    }

    private static <T> void stopStarted(CompletableFuture<T> part, Consumer<T> stop) {
        part.thenAccept(stop).exceptionally(reportedByTheOther -> null).join();
    }

    private static FolderLock lock(BackingOptions options) {
        try {
            Files.createDirectories(options.dataDir());
            return FolderLock.take(options.dataDir());
        } catch (IOException e) {
            throw unusable(options, e);
        }
    }

    private static Secrets secretsOf(BackingOptions options) {
        try {
            return Secrets.load(options.dataDir().resolve("backing.secrets"), options.passwords());
        } catch (IOException e) {
            throw unusable(options, e);
        }
    }

    private static BackingException unusable(BackingOptions options, IOException cause) {
        return new BackingException(
                "data folder " + options.dataDir() + " can't be used: " + cause.getMessage(), cause);
    }

    private static EmbeddedPostgres startPostgres(BackingOptions options, Secrets secrets) {
        EmbeddedPostgres started = EmbeddedPostgres.start(
                options.dataDir(), options.postgresPort(), options.durable(), secrets.superuser());
        try {
            DatabaseSetup.apply(started, secrets.users());
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private static EmbeddedKafka startKafka(BackingOptions options, KafkaSecurity security) {
        EmbeddedKafka started = EmbeddedKafka.start(options.dataDir().resolve("kafka"), options.kafkaPort(), security);
        Map<String, Object> client = new HashMap<>(security == null ? Map.of() : security.administrator());
        client.put("bootstrap.servers", started.bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            TopicSetup.apply(admin);
            if (security != null) {
                KafkaAccess.apply(admin, security);
            }
            return started;
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
    }

    public String postgresHost() {
        return EmbeddedPostgres.HOST;
    }

    public int postgresPort() {
        return postgres.port();
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** User → password; a user's schema has its name. */
    public Map<String, String> passwords() {
        return passwords;
    }

    /** What a service's Kafka clients need besides the address, as {@code kafka.*} properties; empty without security. */
    public Map<String, String> kafkaSettings(String service) {
        return security == null
                ? Map.of()
                : security.client(service).entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(e -> "kafka." + e.getKey(), Map.Entry::getValue));
    }

    /** Stops Kafka, then PostgreSQL; closing twice does nothing. */
    @Override
    public void close() {
        kafka.close();
        postgres.close();
        lock.close();
    }
}
