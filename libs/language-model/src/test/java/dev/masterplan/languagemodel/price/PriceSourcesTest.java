package dev.masterplan.languagemodel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.price.source.Imported;
import dev.masterplan.languagemodel.price.source.LiteLlmPrices;
import dev.masterplan.languagemodel.price.source.ModelsDevPrices;
import dev.masterplan.languagemodel.price.source.PriceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceSourcesTest {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 1);

    private static final String LITELLM = """
            {"sample_spec": {"mode": "one of: chat, embedding", "input_cost_per_token": 0.0, "max_tokens": "LEGACY"},
             "claude-x": {"litellm_provider": "anthropic", "mode": "chat", "input_cost_per_token": 3e-06,
               "output_cost_per_token": 1.5e-05, "cache_read_input_token_cost": 3e-07,
               "cache_creation_input_token_cost": 3.75e-06, "input_cost_per_token_above_200k_tokens": 6e-06,
               "output_cost_per_token_above_200k_tokens": 2.25e-05,
               "cache_read_input_token_cost_above_200k_tokens": 6e-07,
               "cache_creation_input_token_cost_above_200k_tokens": 7.5e-06},
             "mistral/large": {"litellm_provider": "mistral", "mode": "chat", "input_cost_per_token": 2e-06,
               "output_cost_per_token": 6e-06},
             "thinker": {"litellm_provider": "gemini", "mode": "chat", "input_cost_per_token": 1e-06,
               "output_cost_per_token": 2e-06, "output_cost_per_reasoning_token": 3e-06},
             "by-second": {"litellm_provider": "bedrock", "mode": "chat", "input_cost_per_second": 0.01},
             "embed": {"litellm_provider": "openai", "mode": "embedding", "input_cost_per_token": 1e-07,
               "output_cost_per_token": 0.0},
             "1024-x-1024/dall-e-2": {"litellm_provider": "openai", "mode": "image_generation"}}""";

    private static final String MODELS_DEV = """
            {"anthropic": {"id": "anthropic", "env": ["ANTHROPIC_API_KEY"], "models": {
               "claude-x": {"id": "claude-x", "reasoning": true,
                 "cost": {"input": 3, "output": 15, "cache_read": 0.3, "cache_write": 3.75,
                   "context_over_200k": {"input": 6, "output": 22.5, "cache_read": 0.6, "cache_write": 7.5}},
                 "limit": {"context": 200000, "output": 64000}}}},
             "mistral": {"models": {
               "large": {"cost": {"input": 2, "output": 6}},
               "unpriced": {"limit": {"context": 1000}},
               "thinker": {"cost": {"input": 1, "output": 2, "reasoning": 3}}}}}""";

    @Test
    void shouldReadTheSamePricesFromBothSources() {
        // When
        Imported lite = LiteLlmPrices.read(LITELLM, DATE);
        Imported dev = ModelsDevPrices.read(MODELS_DEV, DATE);

        // Then
        assertThat(lite.table().prices())
                .containsOnlyKeys(ModelName.parse("anthropic/claude-x"), ModelName.parse("mistral/large"));
        assertThat(PriceFile.write(lite.table()).replace("LiteLLM", "models.dev"))
                .isEqualTo(PriceFile.write(dev.table()));
        assertThat(lite.leftOut())
                .containsEntry(ModelName.parse("gemini/thinker"), "thinking has a price of its own")
                .containsEntry(ModelName.parse("bedrock/by-second"), "no price for tokens")
                .hasSize(2);
        assertThat(dev.leftOut()).hasSize(2);
    }

    @Test
    void shouldKeepTiersAndExactDecimalsOverTheOwnFile() {
        // Given
        PriceTable imported = LiteLlmPrices.read(LITELLM, DATE).table();

        // When
        PriceTable again = PriceFile.parse(PriceFile.write(imported));

        // Then
        Price claude = again.of(ModelName.parse("anthropic/claude-x"));
        assertThat(claude.cost(new Usage(200_000, 0, 0, 1, 0))).isEqualByComparingTo("0.600015");
        assertThat(claude.cost(new Usage(200_000, 1, 0, 1, 0))).isEqualByComparingTo("1.2000231");
        assertThat(again.source()).isEqualTo("LiteLLM");
        assertThat(again.date()).isEqualTo(DATE);
        assertThat(PriceFile.write(again)).isEqualTo(PriceFile.write(imported));
    }

    @Test
    void shouldTellFromAFileWhoseItIs(@TempDir Path folder) throws IOException {
        // Given
        Path lite = Files.writeString(folder.resolve("lite.json"), LITELLM);
        Path dev = Files.writeString(folder.resolve("dev.json"), MODELS_DEV);
        Path own = Files.writeString(folder.resolve("own.json"), PriceFile.write(PriceFile.read(lite)));
        Path none = Files.writeString(folder.resolve("none.json"), "{\"a\": {}}");

        // Then
        assertThat(Stream.of(lite, dev, own).map(file -> PriceFile.read(file).source()))
                .containsExactly("LiteLLM", "models.dev", "LiteLLM");
        assertThat(PriceFile.read(own)).isEqualTo(PriceFile.read(lite));
        assertThatThrownBy(() -> PriceFile.read(none)).hasMessage("no prices in " + none);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"date\": \"2026-01-01\"}",
                "not JSON",
                "{\"date\": \"2026-01-01\", \"source\": \"me\", \"models\": {\"a/b\": {\"input\": \"1\"}}}",
                "{\"date\": \"2026-01-01\", \"source\": \"me\", \"models\": {\"b\": {\"input\": \"1\", \"output\": \"1\"}}}",
                "{\"date\": \"2026-01-01\", \"source\": \"me\", \"models\": {\"a/b\": {\"input\": \"-1\", \"output\": \"1\"}}}",
            })
    void shouldRefuseAFileThatLeavesPricesOpen(String text) {
        assertThatThrownBy(() -> PriceFile.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
