package dev.masterplan.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.event.Topic;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every module's tests find: the session listener has started both before the first test. */
class BackingSessionTest {

    @Test
    void shouldHaveEveryTopicAndItsDeadLettersWhenASessionIsOpen() throws Exception {
        // Given
        String servers = System.getProperty("masterplan.kafka.bootstrap-servers");

        // When
        Set<String> topics;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            topics = admin.listTopics().names().get();
        }

        // Then
        assertThat(topics)
                .containsAll(Arrays.stream(Topic.values())
                        .flatMap(t -> Stream.of(t.topicName(), t.deadLetterName()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "execution", "review", "gateway"})
    void shouldUseItsOwnSchemaWhenAServiceConnects(String user) throws Exception {
        // Given
        try (Connection connection = connect(user, System.getProperty("masterplan.postgres.password"));
                Statement statement = connection.createStatement()) {
            // When
            ResultSet found = statement.executeQuery("SELECT current_schema");

            // Then
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo(user);
        }
    }

    @Test
    void shouldRefuseAForeignSchemaWhenAServiceReachesForIt() throws Exception {
        // Given
        String password = System.getProperty("masterplan.postgres.password");
        try (Connection planner = connect("planner", password);
                Statement statement = planner.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS planner.mine (id int)");
        }

        // When
        try (Connection review = connect("review", password);
                Statement statement = review.createStatement()) {
            // Then
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM planner.mine"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for schema planner");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE public.anything (id int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "planner"})
    void shouldRefuseAConnectionWhenThePasswordIsWrong(String user) {
        assertThatThrownBy(() -> connect(user, "wrong")).hasMessageContaining("password authentication failed");
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + System.getProperty("masterplan.postgres.port") + "/masterplan",
                user,
                password);
    }
}
