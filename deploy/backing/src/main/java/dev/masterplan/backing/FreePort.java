package dev.masterplan.backing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class FreePort {

    private FreePort() {}

    /** The wanted port, or any free one for 0. @throws BackingException when the wanted port is taken */
    static int choose(int wanted, String purpose) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BackingException("port " + wanted + " for " + purpose + " is taken", e);
        }
    }
}
