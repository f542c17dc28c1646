package dev.masterplan.local.stack;

import dev.masterplan.backing.Backing;
import dev.masterplan.backing.IdentityKeys;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** What the services are told, each in a file of its own that only its owner can read. */
final class Settings {

    private static final int TOKEN_BYTES = 24;
    private static final String TOKEN_FILE = "token";
    private static final String SPANS_TO = "otel.exporter.otlp.endpoint";

    private final DataFolder folder;
    private final Backing backing;
    private final Ports ports;
    private final IdentityKeys keys;

    Settings(DataFolder folder, Backing backing, Ports ports) {
        this.folder = folder;
        this.backing = backing;
        this.ports = ports;
        this.keys = IdentityKeys.in(folder.path());
    }

    /** The sign-in token, made at the first start. */
    static String token(DataFolder folder) {
        return folder.read(TOKEN_FILE).map(String::strip).orElseGet(() -> {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            folder.writePrivately(TOKEN_FILE, token + "\n");
            return token;
        });
    }

    /** Writes the file of one service and says where it is. */
    Path write(ServiceName service) {
        Properties values = new Properties();
        values.setProperty("quarkus.http.port", Integer.toString(ports.of(service)));
        values.setProperty("masterplan.postgres.host", backing.postgresHost());
        values.setProperty("masterplan.postgres.port", Integer.toString(backing.postgresPort()));
        values.setProperty("masterplan.postgres.password", backing.passwords().get(service.word()));
        // Six processes start at once: on a loaded machine the first connection takes longer than the usual 5 s.
        values.setProperty("quarkus.datasource.jdbc.acquisition-timeout", "60S");
        values.setProperty("masterplan.kafka.bootstrap-servers", backing.bootstrapServers());
        backing.kafkaSettings(service.word()).forEach(values::setProperty);
        values.setProperty("masterplan.instance.slot", "0");
        values.setProperty(
                "masterplan.identity.public-key-location", keys.publicKey().toString());
        // The environment's OTEL_ variables reach the services by themselves; the property is their twin of this
        // process.
        if (System.getProperty(SPANS_TO) != null) {
            values.setProperty("quarkus." + SPANS_TO, System.getProperty(SPANS_TO));
        }
        if (service == ServiceName.EXECUTION) {
            values.setProperty(
                    "masterplan.execution.workspaces",
                    folder.path().resolve("workspaces").toString());
        }
        if (service == ServiceName.GATEWAY) {
            gateway(values);
        }
        return folder.writePrivately(service.word() + ".properties", text(values));
    }

    private void gateway(Properties values) {
        values.setProperty(
                "masterplan.identity.private-key-location", keys.privateKey().toString());
        values.setProperty(
                "masterplan.session.token-location",
                folder.path().resolve(TOKEN_FILE).toString());
        values.setProperty("masterplan.upstream.planner", ports.url(ServiceName.PLANNER));
        values.setProperty("masterplan.upstream.execution", ports.url(ServiceName.EXECUTION));
        values.setProperty("masterplan.upstream.review", ports.url(ServiceName.REVIEW));
    }

    private static String text(Properties values) {
        try {
            StringWriter text = new StringWriter();
            values.store(text, null);
            return text.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
