package dev.masterplan.blueprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.Requirement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How binding a sentence is, and the word that decided it. */
class PriorityWordTest {

    private static final String DATA = """
            # Library

            ## Data
            - Member: name (text, required)
            - Loan: member (required), status (one of: open, returned; default open)
            """;

    private static List<Requirement> read(String brief) {
        int data = (int) DATA.lines().count();
        return Blueprint.read(new UUID(0, 1), DATA + brief).requirements().stream()
                .filter(requirement -> requirement.source().line() > data)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            A member has at most 5 open loans.,                       MUST,   none
            A member must have at most 5 open loans.,                 MUST,   must
            A member should have at most 5 open loans.,               SHOULD, should
            Ideally a member has at most 5 open loans.,               SHOULD, Ideally
            A member could have at most 5 open loans.,                SHOULD, could
            Nice to have: a member has at most 5 open loans.,         SHOULD, Nice to have
            Should: a member has at most 5 open loans.,               SHOULD, Should
            MUST: a member has at most 5 open loans.,                 MUST,   MUST
            R7 SHOULD: a member has at most 5 open loans.,            SHOULD, SHOULD
            """)
    void shouldTakeTheWordThatDecides(String sentence, Priority priority, String word) {
        PriorityWord read = PriorityWord.of(sentence, PriorityWord.none());

        assertThat(read).isEqualTo(new PriorityWord(priority, word));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            Rules,                  MUST,   none
            Must,                   MUST,   Must
            What it must do,        MUST,   must
            Should have,            SHOULD, Should
            Nice to have,           SHOULD, Nice to have
            """)
    void shouldTakeTheHeadingForAllSentencesBelowIt(String heading, Priority priority, String word) {
        List<Requirement> read = read("\n## " + heading + "\n- A member has at most 5 open loans.\n");

        assertThat(read)
                .extracting(Requirement::priority, Requirement::priorityWord)
                .containsExactly(tuple(priority, word));
    }

    @ParameterizedTest
    @CsvSource({
        "Must,         A member should have at most 5 open loans., MUST,   Must",
        "Nice to have, A member must have at most 5 open loans.,   SHOULD, Nice to have",
        "Nice to have, MUST: A member has at most 5 open loans.,   MUST,   MUST"
    })
    void shouldLetTheHeadingWinOverTheSentenceAndAPrefixOverBoth(
            String heading, String sentence, Priority priority, String word) {
        assertThat(PriorityWord.of(sentence, PriorityWord.ofHeading(heading)))
                .isEqualTo(new PriorityWord(priority, word));
    }

    @Test
    void shouldTakeTheColumnOfATableThatSaysIt() {
        // When
        List<Requirement> read = read("""

                ## Nice to have

                | id | requirement | priority |
                |----|-------------|----------|
                | 1 | A member has at most 5 open loans. | MUST |
                | 2 | A member with open loans can't be deleted. | should |
                """);

        // Then
        assertThat(read)
                .extracting(Requirement::sentence, Requirement::priority, Requirement::priorityWord)
                .containsExactly(
                        tuple("A member has at most 5 open loans.", Priority.MUST, "MUST"),
                        tuple("A member with open loans can't be deleted.", Priority.SHOULD, "should"));
        assertThat(read)
                .extracting(requirement -> requirement.coverage().state())
                .containsOnly(Requirement.Coverage.State.COVERED);
    }

    @Test
    void shouldTakeTheHeadingForATableOfEntities() {
        List<Requirement> read = read("""

                ## Nice to have

                | entity | field | type | rules |
                |---|---|---|---|
                | Note | title | string | required |
                """);

        assertThat(read)
                .extracting(Requirement::priority, Requirement::priorityWord)
                .containsOnly(tuple(Priority.SHOULD, "Nice to have"));
    }
}
