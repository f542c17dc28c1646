package dev.masterplan.planner.masterplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.planner.refusal.Refusal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionItemTest {

    /** 2 and 3 are edits, 4 undoes 3, 5 undoes 2, 6 is an edit of that. */
    private static final List<VersionItem> HISTORY = List.of(
            item(6, 5, null), item(5, 4, 1), item(4, 3, 2), item(3, 2, null), item(2, 1, null), item(1, null, null));

    @Test
    void shouldGoBackOneEditAtATime() {
        // Then
        assertThat(VersionItem.before(3, HISTORY)).isEqualTo(2);
        assertThat(VersionItem.before(4, HISTORY)).isEqualTo(1);
        assertThat(VersionItem.before(6, HISTORY)).isEqualTo(5);
    }

    @Test
    void shouldRefuseWhenEverythingIsUndone() {
        // Then
        assertThatThrownBy(() -> VersionItem.before(5, HISTORY)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> VersionItem.before(1, HISTORY)).isInstanceOf(Refusal.class);
    }

    private static VersionItem item(int number, Integer basedOn, Integer restores) {
        return new VersionItem(
                number, PlanStatus.SUPERSEDED, null, "ann", null, basedOn, restores, null, null, null, Instant.EPOCH);
    }
}
