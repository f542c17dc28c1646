package dev.masterplan.planner.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.masterplan.planner.refusal.Refusal;
import dev.masterplan.planner.refusal.Refusal.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UtteranceTest {

    private static final int LIMIT = 64;

    @ParameterizedTest
    @CsvSource({
        "/masterplan # Notes, BRIEF",
        "/masterplan\\n# Notes, BRIEF",
        "/masterplans are nice, TALK",
        "a /masterplan later, TALK",
        "/etc/passwd, TALK",
        "A member has at most 3 loans, TALK",
    })
    void shouldTellBriefsFromTalk(String text, MessageKind kind) {
        // When
        Utterance utterance = Utterance.of(text.replace("\\n", "\n"), LIMIT);

        // Then
        assertThat(utterance.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "/masterplan # Notes\\nline 2, # Notes\\nline 2",
        "/masterplan\\n# Notes\\nline 2, # Notes\\nline 2",
        "/masterplan   \\r\\n# Notes, # Notes",
        "/masterplan\\n\\n# Notes, \\n# Notes",
    })
    void shouldCountTheLinesOfTheBriefAsTheFileDoes(String text, String brief) {
        // When
        String read = Utterance.brief(unescaped(text));

        // Then
        assertThat(read).isEqualTo(unescaped(brief));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(null, Kind.INVALID),
                Arguments.of("", Kind.INVALID),
                Arguments.of(" \n\t", Kind.INVALID),
                Arguments.of("/masterplan", Kind.INVALID),
                Arguments.of("/masterplan \n ", Kind.INVALID),
                Arguments.of("a\0b", Kind.INVALID),
                Arguments.of("a\ud800b", Kind.INVALID),
                Arguments.of("x".repeat(LIMIT + 1), Kind.TOO_LARGE),
                Arguments.of("é".repeat(LIMIT / 2 + 1), Kind.TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWhatIsNoMessage(String text, Kind kind) {
        // When
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Utterance.of(text, LIMIT));

        // Then
        assertThat(refusal.kind()).isEqualTo(kind);
    }

    @Test
    void shouldTakeAMessageOfExactlyTheLimit() {
        // When
        Utterance utterance = Utterance.of("é".repeat(LIMIT / 2), LIMIT);

        // Then
        assertThat(utterance.text()).hasSize(LIMIT / 2);
    }

    private static String unescaped(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }
}
