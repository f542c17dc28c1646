package dev.masterplan.languagemodel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.price.source.PriceFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    private static final Price TIERED = new Price(
            rates("2", "0.20", "2.50", "12"), List.of(new Price.Tier(200_000, rates("4", "0.40", "5", "18"))));

    private static Rates rates(String input, String read, String write, String output) {
        return new Rates(new BigDecimal(input), new BigDecimal(read), new BigDecimal(write), new BigDecimal(output));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 0, 0, 100, 0.0032",
        "1000, 0, 0, 0, 0.002",
        "0, 1, 0, 0, 0.0000002",
        "100, 900, 0, 100, 0.00158",
        "100, 0, 900, 100, 0.00365",
        "200000, 0, 0, 1000, 0.412",
        "200001, 0, 0, 1000, 0.818004",
        "100000, 100001, 0, 0, 0.4400004",
    })
    void shouldCostExactlyWhatItsTokensCost(long input, long read, long write, long output, String usd) {
        assertThat(TIERED.cost(new Usage(input, read, write, output, 0))).isEqualByComparingTo(usd);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldNeverCostMoreThanTheWorstCase(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            // Given
            long prompt = random.nextLong(400_000);
            long read = random.nextLong(prompt + 1);
            long write = random.nextLong(prompt - read + 1);
            long output = random.nextLong(10_000);

            // When
            BigDecimal cost = TIERED.cost(new Usage(prompt - read - write, read, write, output, 0));

            // Then
            assertThat(TIERED.worst(prompt + random.nextLong(1000), output + random.nextLong(100)))
                    .as("seed %d, prompt %d", seed, prompt)
                    .isGreaterThanOrEqualTo(cost);
        }
    }

    @Test
    void shouldRefuseAModelWithoutAPriceAndSayWhatToDo() {
        assertThatThrownBy(() -> PriceFile.shipped().of(ModelName.parse("openai/gpt-9")))
                .isInstanceOf(UnknownPriceException.class)
                .hasMessage("No price is known for openai/gpt-9 (prices of 2026-07-01, price pages of the providers). "
                        + "Add it to the file that masterplan.model.prices names, or name a file of LiteLLM or "
                        + "models.dev there (docs/reference/models.md).");
    }

    @Test
    void shouldPreferTheOwnFile() {
        // Given
        PriceTable own = PriceFile.parse("""
                {"date": "2026-11-01", "source": "our contract",
                 "models": {"openai/gpt-5.4": {"input": "1", "output": "2"}}}""");

        // When
        PriceTable both = PriceFile.shipped().overriddenBy(own);

        // Then
        assertThat(both.of(ModelName.parse("openai/gpt-5.4")).cost(new Usage(1_000_000, 0, 0, 1_000_000, 0)))
                .isEqualByComparingTo("3");
        assertThat(both.of(ModelName.parse("openai/gpt-5.4-mini")).cost(new Usage(0, 0, 0, 1_000_000, 0)))
                .isEqualByComparingTo("4.5");
    }

    @Test
    void shouldBeFreeWhereItAnswersOnTheOwnMachine() {
        ModelName local = ModelName.parse("ollama/qwen3");
        assertThat(PriceFile.shipped().withFree(local).of(local).worst(1_000_000, 1_000_000))
                .isZero();
    }
}
