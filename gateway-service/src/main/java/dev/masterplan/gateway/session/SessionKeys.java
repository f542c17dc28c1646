package dev.masterplan.gateway.session;

import dev.masterplan.gateway.GatewayConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the sign-in token once, at the start; without it the gateway does not start. */
final class SessionKeys {

    private SessionKeys() {}

    @Produces
    @Singleton
    static SignedSession signedSession(GatewayConfig config) {
        Path location = config.session().tokenLocation();
        try {
            return new SignedSession(Files.readString(location).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("masterplan.session.token-location is not readable: " + location, e);
        }
    }
}
