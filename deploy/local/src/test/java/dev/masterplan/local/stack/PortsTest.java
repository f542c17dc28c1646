package dev.masterplan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void shouldTakeAnotherPortWhereTheUsualOneIsTaken() throws IOException {
        // Given
        try (ServerSocket taken = takenOrNot(ServiceName.GATEWAY.usualPort())) {
            // When
            Ports ports = Ports.choose(true);

            // Then
            assertThat(taken.isBound()).isTrue();
            assertThat(ports.of(ServiceName.GATEWAY)).isNotEqualTo(ServiceName.GATEWAY.usualPort());
            assertThat(ports.gatewayMoved()).isTrue();
            assertThat(Arrays.stream(ServiceName.values()).map(ports::of)).doesNotHaveDuplicates();
        }
    }

    /** Where another program has the port already, that is as good. */
    private static ServerSocket takenOrNot(int port) throws IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException alreadyTaken) {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        }
    }
}
