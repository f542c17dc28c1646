package dev.masterplan.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.masterplan.messaging.event.Json;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

    @Test
    void shouldFollowASessionFromAPointWhenAsked() throws IOException {
        assertThat(parsed("{\"type\":\"subscribe\",\"session_id\":\"" + ID + "\",\"after\":12}"))
                .isEqualTo(new Subscription(ID, null, 12L));
    }

    @Test
    void shouldFollowAPlanWithASnapshotWhenNoPointIsNamed() throws IOException {
        assertThat(parsed("{\"type\":\"subscribe\",\"masterplan_id\":\"" + ID + "\"}"))
                .isEqualTo(new Subscription(null, ID, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"unsubscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\"}",
                "{\"type\":\"subscribe\",\"session_id\":\"1\"}",
                "{\"type\":\"subscribe\",\"session_id\":7}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\",\"after\":-1}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\",\"after\":\"x\"}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\",\"after\":1.5}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\",\"more\":1}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-000000000001\","
                        + "\"masterplan_id\":\"0198c0de-0000-7000-8000-000000000001\"}",
                "{\"type\":\"subscribe\",\"session_id\":\"0198c0de-0000-7000-8000-00000000000g\"}",
            })
    void shouldSayWhatIsWrongWhenItIsNoSubscription(String text) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999", ""})
    void shouldSayWhatIsWrongWhenAnEventIdIsNoNumber(String after) {
        assertThatThrownBy(() -> Subscription.of(ID.toString(), null, after))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Subscription parsed(String text) throws IOException {
        return Subscription.of(Json.mapper().readValue(text, new TypeReference<Map<String, Object>>() {}));
    }
}
