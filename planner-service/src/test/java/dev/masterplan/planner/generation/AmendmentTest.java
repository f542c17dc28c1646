package dev.masterplan.planner.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.UnreadSentence;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.discovery.Reading;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmendmentTest {

    private static final UUID BRIEF = new UUID(0, 1);
    private static final UUID TALK = new UUID(0, 2);
    private static final String LIMIT = "A member has at most 5 open loans.";

    private final Reading library = library();

    @Test
    void shouldChangeTheSentenceUnderItsKeyWhenOnlyItsNumberIsNew() {
        // Given
        Requirement before = requirement(library.discovery(), LIMIT);

        // When
        Amendment amendment = amend("A member has at most 3 open loans.");

        // Then
        Requirement after = requirement(amendment.reading().discovery(), "A member has at most 3 open loans.");
        assertThat(after.key()).isEqualTo(before.key());
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.source().messageId()).isEqualTo(TALK);
        assertThat(amendment.reading().discovery().requirements())
                .hasSameSizeAs(library.discovery().requirements())
                .noneMatch(requirement -> requirement.sentence().equals(LIMIT));
        assertThat(Replies.amended(library.discovery(), amendment))
                .isEqualTo(before.key() + " changed: \"" + LIMIT + "\" → \"" + after.sentence() + "\"");
    }

    @Test
    void shouldAddASentenceWhenItSaysSomethingNew() {
        // When
        Amendment amendment = amend("Thanks!\nA member with reservations can't be deleted.");

        // Then
        Requirement added =
                requirement(amendment.reading().discovery(), "A member with reservations can't be deleted.");
        assertThat(added.reading()).isNotNull();
        assertThat(added.source().line()).isEqualTo(2);
        assertThat(amendment.unread()).extracting(UnreadSentence::sentence).containsExactly("Thanks!");
        assertThat(Replies.amended(library.discovery(), amendment)).contains(added.key() + " added", "Thanks!");
    }

    @Test
    void shouldKeepEverythingElseAsItWas() {
        // When
        Amendment amendment = amend("A member has at most 3 open loans.");

        // Then
        assertThat(amendment.reading().discovery().requirements())
                .filteredOn(requirement -> !requirement.source().messageId().equals(TALK))
                .isSubsetOf(library.discovery().requirements());
    }

    @Test
    void shouldAmendWhatWasAmended() {
        // Given
        Reading once = amend("A member has at most 3 open loans. A member with reservations can't be deleted.")
                .reading();

        // When
        Amendment twice = Amendment.of(once, new UUID(0, 3), "A member has at most 4 open loans.", Blueprint::read);

        // Then
        assertThat(twice.reading().discovery().requirements())
                .extracting(Requirement::sentence)
                .contains("A member has at most 4 open loans.", "A member with reservations can't be deleted.")
                .doesNotContain("A member has at most 3 open loans.", LIMIT);
    }

    @Test
    void shouldChangeNothingWhenNothingIsUnderstood() {
        // When
        Amendment amendment = amend("Hello, how are you?");

        // Then
        assertThat(amendment.changes(library)).isFalse();
        assertThat(Replies.amended(library.discovery(), amendment)).startsWith("Nothing was changed.\nNot understood:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Drop the requirement that a member has at most 5 open loans.",
                "Please remove R-014.",
                "Forget the overdue list.",
            })
    void shouldSayWhatToDoWhenASentenceIsToBeTakenAway(String talk) {
        // When
        Amendment amendment = amend(talk);

        // Then
        assertThat(amendment.changes(library)).isFalse();
        assertThat(Replies.amended(library.discovery(), amendment))
                .startsWith("Nothing was changed.")
                .contains("defer", "/masterplan");
    }

    private Amendment amend(String talk) {
        return Amendment.of(library, TALK, talk, Blueprint::read);
    }

    private static Reading library() {
        String brief = Talk.example("library");
        return new Reading(BRIEF, brief, Blueprint.read(BRIEF, brief));
    }

    private static Requirement requirement(Discovery discovery, String sentence) {
        return discovery.requirements().stream()
                .filter(requirement -> requirement.sentence().equals(sentence))
                .findFirst()
                .orElseThrow();
    }
}
