package dev.masterplan.planner.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.Question;
import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoicesTest {

    private static final Discovery ASKED = new Discovery(
            "Library",
            null,
            new Discovery.Stack("python", null, null),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(new Question("language", "Build it in Python?", List.of("python", "stop"), "python", null)),
            null,
            null,
            null);

    @Test
    void shouldAnswerTheQuestionWhenItsOptionIsChosen() {
        // Given
        Choices choices = Choices.parse(new Choices(Map.of("language", "stop")).text());

        // When
        Discovery answered = choices.applyTo(ASKED);

        // Then
        assertThat(answered.questions()).extracting(Question::answer).containsExactly("stop");
    }

    @ParameterizedTest
    @CsvSource({"unknown, python", "language, cobol"})
    void shouldRefuseWhatIsNotOffered(String question, String option) {
        // Given
        Choices choices = new Choices(Map.of(question, option));

        // When
        org.assertj.core.api.ThrowableAssert.ThrowingCallable check = () -> choices.refuseUnknown(ASKED);

        // Then
        assertThatThrownBy(check).isInstanceOf(Refusal.class);
    }
}
