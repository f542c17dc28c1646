package dev.masterplan.languagemodel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.PromptVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {

    private static final PromptVersion GREETING = new PromptVersion("greeting", 2);

    private final Prompts prompts = new Prompts(PromptsTest.class);

    @Test
    void shouldPutTheStablePartFirstAndFillThePlaces() {
        assertThat(prompts.get(GREETING).fill(Map.of("name", "Ada $1 {{place}}", "place", "London")))
                .containsExactly(
                        Message.stable("You greet people in one line.\nYou never ask back."),
                        Message.user("Greet Ada $1 {{place}}, who comes from London. Say Ada $1 {{place}} once."));
    }

    @Test
    void shouldRefuseValuesThatDoNotFitThePlaces() {
        Prompt greeting = prompts.get(GREETING);
        assertThatThrownBy(() -> greeting.fill(Map.of("name", "Ada")))
                .hasMessage("prompt greeting/v2 has the places [name, place], not [name]");
        assertThatThrownBy(() -> greeting.fill(Map.of("name", "Ada", "place", "x", "plan", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no mark at all", "---\nnothing stable", "You know {{name}}.\n---\nGo."})
    void shouldRefuseAPromptWithoutAStablePart(String text) {
        assertThatThrownBy(() -> Prompt.parse(GREETING, text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAVersionThatDoesNotExist() {
        assertThatThrownBy(() -> prompts.get(new PromptVersion("greeting", 3)))
                .hasMessage("there is no prompt greeting/v3");
    }
}
