package dev.masterplan.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Where spans go, when somebody asked for them; nothing depends on it. */
final class Collector {

    private static final String VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final int PATIENCE_MILLIS = 1_000;

    private Collector() {}

    /** What to say where spans are sent to an address that nobody answers; else nothing. */
    static String remark() {
        String endpoint = System.getenv(VARIABLE);
        if (endpoint == null || endpoint.isBlank() || answers(endpoint.strip())) {
            return "";
        }
        return "no collector answers at " + endpoint + ": spans are dropped, the work goes on";
    }

    private static boolean answers(String endpoint) {
        try (Socket socket = new Socket()) {
            URI address = URI.create(endpoint);
            int port = address.getPort() < 0 ? "https".equals(address.getScheme()) ? 443 : 80 : address.getPort();
            socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
