package dev.masterplan.stubmodel;

import dev.masterplan.stubmodel.bill.Books;
import dev.masterplan.stubmodel.bill.Call;
import dev.masterplan.stubmodel.bill.Prices;
import dev.masterplan.stubmodel.script.Script;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stub as a running server on the loopback address. It answers {@code POST /v1/chat/completions} and
 * {@code POST /v1/messages}, {@code GET /v1/models}, and for whoever is not in its process {@code GET /log},
 * {@code GET /prices} and {@code POST /script}.
 */
public final class StubModel implements Closeable {

    private final ServerSocket server;
    private final Desk desk;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private StubModel(ServerSocket server, String key) {
        this.server = server;
        this.desk = new Desk(new Script(), new Books(), key);
    }

    /** On a free port, for any key. */
    public static StubModel start() {
        return start(0, null);
    }

    /** @param key the only one that is let in; null = everybody is */
    public static StubModel start(int port, String key) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
            StubModel stub = new StubModel(server, key);
            Thread.ofVirtual().name("stub-model").start(stub::accept);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + ": " + e.getMessage(), e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (Connection connection = new Connection(socket)) {
            for (var request = connection.read(); request != null; request = connection.read()) {
                if (!desk.answer(connection, request)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client went away
        } finally {
            open.remove(socket);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Base address of both forms, {@code /v1} included. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port() + "/v1");
    }

    public Script script() {
        return desk.script();
    }

    /** All calls for an answer so far, refused ones too. */
    public List<Call> log() {
        return desk.books().calls();
    }

    /** The bodies of the requests in the log, as they came. */
    public List<String> bodies() {
        return desk.books().bodies();
    }

    /** What the provider will ask for, in USD. */
    public BigDecimal billed() {
        return log().stream().map(Call::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The stub's rates as a file in LiteLLM's form. */
    public String prices() {
        return Prices.liteLlm();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
