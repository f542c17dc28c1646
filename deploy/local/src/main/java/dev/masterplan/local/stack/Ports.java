package dev.masterplan.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One loopback port for each service: the usual one, or a free one when that is taken. */
public final class Ports {

    private final Map<ServiceName, Integer> chosen = new EnumMap<>(ServiceName.class);

    /** @param usual false: any free ports, as tests want them */
    static Ports choose(boolean usual) {
        Ports ports = new Ports();
        Set<Integer> given = new HashSet<>();
        for (ServiceName service : ServiceName.values()) {
            int port = usual && free(service.usualPort()) ? service.usualPort() : anyFree(given);
            given.add(port);
            ports.chosen.put(service, port);
        }
        return ports;
    }

    int of(ServiceName service) {
        return chosen.get(service);
    }

    /** The gateway's usual port belongs to another program. */
    boolean gatewayMoved() {
        return of(ServiceName.GATEWAY) != ServiceName.GATEWAY.usualPort();
    }

    String url(ServiceName service) {
        return "http://127.0.0.1:" + of(service);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree(Set<Integer> given) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!given.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new StackException("no free port on the loopback address: " + e.getMessage());
            }
        }
    }
}
