package dev.masterplan.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private Backing(
            EmbeddedPostgres postgres, EmbeddedKafka kafka, Map<String, String> passwords, KafkaSecurity security) {
        this.postgres = postgres;
        this.kafka = kafka;
        this.passwords = passwords;
        this.security = security;
    }

    /** @throws BackingException when one of the two can't start; nothing is left running then */
    public static Backing start(BackingOptions options) {
        Secrets secrets = secretsOf(options);
        KafkaSecurity security = options.kafkaSecured() ? secrets.kafka() : null;
        CompletableFuture<EmbeddedPostgres> postgres =
                CompletableFuture.supplyAsync(() -> startPostgres(options, secrets), Thread::startVirtualThread);
        CompletableFuture<EmbeddedKafka> kafka =
                CompletableFuture.supplyAsync(() -> startKafka(options, security), Thread::startVirtualThread);
        try {
            return new Backing(postgres.join(), kafka.join(), secrets.users(), security);
        } catch (CompletionException e) {
            postgres.thenAccept(EmbeddedPostgres::close).exceptionally(alreadyReported -> null);
            kafka.thenAccept(EmbeddedKafka::close)
                    .exceptionally(alreadyReported -> null)
                    .join();
            throw e.getCause() instanceof BackingException known ? known : new BackingException("start failed", e);
        }
    }

    private static Secrets secretsOf(BackingOptions options) {
        try {
            Files.createDirectories(options.dataDir());
            return Secrets.load(options.dataDir().resolve("backing.secrets"), options.passwords());
        } catch (IOException e) {
            throw new BackingException("data folder " + options.dataDir() + " can't be used: " + e.getMessage(), e);
        }
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
    }
}
