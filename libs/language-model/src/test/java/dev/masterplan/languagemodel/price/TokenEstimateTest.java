package dev.masterplan.languagemodel.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenEstimateTest {

    /** Counted by OpenAI's tokenizers, the larger number of o200k_base and cl100k_base. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A member has at most 5 open loans. | 10",
                "def create(db, values):\\n    return store.insert(db, values)\\n | 14",
                "018f6a3e-9d2b-7c41-8a55-0f1e2d3c4b5a | 32",
                "Öffnungszeiten müssen täglich geprüft werden | 13",
                "図書館は会員に本を貸し出します。 | 20",
                "{\"id\":17,\"tags\":[\"a\",\"b\"],\"ok\":true} | 16",
            })
    void shouldNotFallBelowARealTokenizer(String text, long tokens) {
        String unescaped = text.replace("\\n", "\n");
        assertThat(TokenEstimate.of(unescaped)).isBetween(tokens, 3 * tokens);
    }

    @Test
    void shouldCountTheSchemaThatGoesAlong() {
        // Given
        ModelRequest text = Requests.plain().build();
        ModelRequest json = Requests.plain().shape(Requests.SHAPE).build();

        // Then
        assertThat(TokenEstimate.prompt(json)).isGreaterThan(TokenEstimate.prompt(text) + 50);
    }

    @Test
    void shouldAddTheMarginThatIsReserved() {
        ModelRequest request =
                Requests.plain().messages(Message.user("x ".repeat(1000))).build();
        assertThat(TokenEstimate.prompt(request)).isEqualTo(1160);
    }
}
