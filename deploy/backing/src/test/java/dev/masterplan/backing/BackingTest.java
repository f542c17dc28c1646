package dev.masterplan.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The durable form, as the product starts it: on a folder that outlives the process. */
class BackingTest {

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void shouldKeepDataAndPasswordsWhenItsProcessWasKilled() throws Exception {
        // Given
        Process killed = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledBacking.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = killed.inputReader()) {
            assertThat(out.readLine()).isEqualTo("committed");
        }

        // When
        killed.destroyForcibly().waitFor();
        try (Backing restarted = Backing.start(BackingOptions.durable(folder))) {
            // Then
            assertThatThrownBy(
                            () -> Backing.start(BackingOptions.durable(folder)).close())
                    .hasMessage("data folder " + folder + " is in use by another instance");
            assertThat(query(restarted, "SELECT count(*) FROM kept")).isEqualTo("1");
            assertThat(query(restarted, "SHOW fsync")).isEqualTo("on");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("backing.secrets"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void shouldSayWhichPortWhenItIsTaken() throws IOException {
        // Given
        try (ServerSocket other = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            BackingOptions options = BackingOptions.forTests(folder).withPorts(other.getLocalPort(), 0);

            // When
            assertThatThrownBy(() -> Backing.start(options).close())
                    // Then
                    .isInstanceOf(BackingException.class)
                    .hasMessage("port " + other.getLocalPort() + " for PostgreSQL is taken");
        }
    }

    @Test
    void shouldSaySoonThatADatabaseIsBroken() throws IOException {
        // Given
        Path data = Files.createDirectory(
                folder.resolve("postgres"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createFile(data.resolve("postgresql.conf"));
        Files.createFile(data.resolve("pg_hba.conf"));
        Files.createFile(data.resolve("pg_ident.conf"));
        long began = System.nanoTime();

        // When
        assertThatThrownBy(() -> Backing.start(BackingOptions.durable(folder)).close())
                // Then
                .isInstanceOf(BackingException.class)
                .hasMessageContaining("PostgreSQL does not start on " + data)
                .hasMessageContaining("pg_control");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    static void execute(Backing backing, String sql) throws SQLException {
        try (Connection connection = connect(backing);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Backing backing, String sql) throws SQLException {
        try (Connection connection = connect(backing);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    private static Connection connect(Backing backing) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + backing.postgresHost() + ":" + backing.postgresPort() + "/masterplan",
                "planner",
                backing.passwords().get("planner"));
    }
}
