package dev.masterplan.local.client;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An address that answers as it is told to, for what a healthy gateway does not do. */
public final class Desk implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param status 200 or a refusal */
    public record Answer(int status, String body) {}

    private Desk(HttpServer server) {
        this.server = server;
    }

    /** @param answers by the path with its query, behind {@code /api/v1/} */
    public static Desk open(Function<URI, Answer> answers) {
        try {
            Desk desk = new Desk(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            desk.server.createContext("/api/v1/", exchange -> {
                desk.asked.add(exchange.getRequestURI().toString());
                Answer answer = answers.apply(exchange.getRequestURI());
                byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            desk.server.start();
            return desk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks to it. @param patience how long a read is tried again */
    public Gateway gateway(Duration patience) {
        return new Gateway("http://127.0.0.1:" + server.getAddress().getPort(), "token", patience);
    }

    /** What it was asked for so far, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
