package dev.masterplan.local.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The product's own door behind a slow line: everything passes, but an approval waits until it is let through. */
final class SlowDoor implements AutoCloseable {

    private static final List<String> PASSED = List.of("Authorization", "Accept", "Content-Type", "Idempotency-Key");

    private final RunningProduct product;
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch letThrough = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    SlowDoor(RunningProduct product) throws IOException {
        this.product = product;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    /** A data folder on which this door is the running instance. */
    Path dataFolder(Path folder) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        long since = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        Files.writeString(folder.resolve("VERSION"), "1\n");
        Files.writeString(
                folder.resolve("instance.json"),
                "{\"pid\":%d,\"since\":%d,\"url\":\"http://127.0.0.1:%d\",\"token\":\"%s\",\"services\":[]}"
                        .formatted(
                                self.pid(),
                                since,
                                server.getAddress().getPort(),
                                product.instance().token()));
        return folder;
    }

    void awaitApproval() throws InterruptedException {
        if (!asked.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("nobody approved");
        }
    }

    /** Returns when the product has answered it. */
    void letApprovalThrough() throws InterruptedException {
        letThrough.countDown();
        if (!answered.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the approval was not answered");
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        boolean approval = exchange.getRequestURI().getPath().endsWith("/approve");
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (approval) {
                asked.countDown();
                letThrough.await();
            }
            HttpResponse<byte[]> answer = http.send(request(exchange, body), BodyHandlers.ofByteArray());
            if (approval) {
                answered.countDown();
            }
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        URI uri = URI.create(product.instance().url() + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (String name : PASSED) {
            if (exchange.getRequestHeaders().containsKey(name)) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
        }
        return request.build();
    }

    @Override
    public void close() {
        letThrough.countDown();
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }
}
