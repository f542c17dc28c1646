package dev.masterplan.stubmodel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One HTTP/1.1 connection by hand, so that it can break in every way. */
final class Connection implements AutoCloseable {

    private static final int MAX_BODY = 64 << 20;
    private static final int MAX_LINE = 16 << 10;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** @param headers names in small letters */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {}

    /** The next request; null when the client has gone. */
    Request read() throws IOException {
        String line = line();
        if (line == null || line.isEmpty()) {
            return null;
        }
        String[] words = line.split(" ");
        Map<String, String> headers = new HashMap<>();
        for (String header = line(); header != null && !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > MAX_BODY) {
            throw new IOException("too large: " + length);
        }
        return new Request(words[0], words[1], headers, in.readNBytes(length));
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 && line.size() == 0) {
                return null;
            }
            if (next < 0 || line.size() > MAX_LINE) {
                throw new EOFException("a line without end");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** A whole response. */
    void respond(int status, String body, Map<String, String> headers) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(status, "application/json", headers, "Content-Length: " + bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** The head of a whole response and the first half of its body: nothing more will come. */
    void respondHalf(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        head(200, "application/json", Map.of(), "Content-Length: " + bytes.length);
        out.write(bytes, 0, bytes.length / 2);
        out.flush();
    }

    void beginStream() throws IOException {
        head(200, "text/event-stream", Map.of(), "Transfer-Encoding: chunked");
        out.flush();
    }

    void chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(Integer.toHexString(bytes.length) + "\r\n");
        out.write(bytes);
        write("\r\n");
        out.flush();
    }

    void endStream() throws IOException {
        write("0\r\n\r\n");
        out.flush();
    }

    /** The peer sees a reset instead of an end. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Waits until the client goes away. */
    void untilGone() throws IOException {
        while (in.read() >= 0) {
            // what a client says meanwhile is not heard
        }
    }

    private void head(int status, String type, Map<String, String> headers, String length) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " stub\r\nContent-Type: " + type + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        write(head.append(length).append("\r\n\r\n").toString());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
