package dev.masterplan.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits for a service to say that it is ready, as long as its process lives: another program may own the port. */
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Health() {}

    static void await(ServiceProcess service, String url) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready(url) || !service.listens()) {
            if (!service.alive()) {
                throw failure(service, "ended while it started");
            }
            if (System.nanoTime() > end) {
                throw failure(service, "is not ready after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
        if (!service.alive()) {
            throw failure(service, "ended, and another program answers on its port");
        }
    }

    private static StackException failure(ServiceProcess service, String what) {
        return new StackException("the " + service.name().word() + " service " + what + "; its last lines ("
                + service.log() + "):\n  " + String.join("\n  ", service.lastLines()));
    }

    /** The service behind that address says that it is ready. */
    static boolean ready(String url) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while the services start");
        }
    }

    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while the services start");
        }
    }
}
