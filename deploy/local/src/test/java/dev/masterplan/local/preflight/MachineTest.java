package dev.masterplan.local.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    @ParameterizedTest
    @CsvSource({
        "v20.18.9, false",
        "v20.19.0, true",
        "v20.19, true",
        "v22.0.0, true",
        "v18.20.0, false",
        "nothing, false"
    })
    void shouldCompareVersionsByTheirParts(String text, boolean enough) {
        assertThat(Machine.atLeast(text, 20, 19, 0)).isEqualTo(enough);
    }

    @Test
    void shouldSeeATakenPort() throws Exception {
        // Given
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Then
            assertThat(Machine.free(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void shouldFindWhatABuildNeeds(@TempDir Path data) {
        // Given
        Machine machine = new Machine(Path.of("../..").toAbsolutePath().normalize(), data.resolve("not/there/yet"));

        // Then
        assertThat(machine.examineForBuild()).noneMatch(Finding::failed);
        assertThat(machine.examineForRun())
                .filteredOn(finding ->
                        finding.subject() == Finding.Subject.GIT || finding.subject() == Finding.Subject.DISK)
                .hasSize(2)
                .noneMatch(Finding::failed);
    }
}
