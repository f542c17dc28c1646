package dev.masterplan.languagemodel.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.languagemodel.Ledger;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Requests;
import dev.masterplan.languagemodel.Role;
import dev.masterplan.languagemodel.cassette.NoRecordingException;
import dev.masterplan.languagemodel.endpoint.Keys;
import dev.masterplan.languagemodel.price.UnknownPriceException;
import dev.masterplan.languagemodel.price.source.LiteLlmPrices;
import dev.masterplan.languagemodel.price.source.PriceFile;
import dev.masterplan.stubmodel.StubModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsTest {

    private final StubModel stub = StubModel.start(0, "the-key");
    private final Ledger ledger = new Ledger("100");
    private final Map<String, String> settings = new HashMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void settings() throws IOException {
        Path prices = folder.resolve("prices.json");
        Files.writeString(
                prices,
                PriceFile.write(
                        LiteLlmPrices.read(stub.prices(), LocalDate.EPOCH).table()));
        settings.put("masterplan.model.prices", prices.toString());
        settings.put("masterplan.model.server.stub.base", stub.base().toString());
        settings.put("masterplan.model.server.stub.key-variable", "STUB_KEY");
        settings.put("masterplan.model.role.default", "stub/stub-small");
        settings.put("masterplan.model.role.plan", "stub/stub-large");
    }

    @AfterEach
    void stop() throws IOException {
        stub.close();
    }

    /** A time is written as Quarkus reads it. */
    private static ModelConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(ModelConfig.class)
                .withConverter(Duration.class, 200, text -> Duration.parse("PT" + text))
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(ModelConfig.class);
    }

    private Models models(Map<String, String> environment) {
        ModelConfig config = config(settings);
        return new Models(
                config,
                new Servers(config, new Keys(environment)),
                ledger,
                OpenTelemetry.noop().getTracer("test"),
                new SimpleMeterRegistry());
    }

    private static Reply ask(Models.RoleModel model) {
        ModelRequest request = Requests.plain().model(model.name().model()).build();
        return model.port().complete(request);
    }

    @ParameterizedTest
    @CsvSource({"openai", "anthropic"})
    void shouldAskTheModelOfTheRoleAtItsServerWithItsKey(String form) {
        // Given
        settings.put("masterplan.model.server.stub.form", form);
        Models models = models(Map.of("STUB_KEY", "the-key"));

        // When
        Reply plan = ask(models.of(Role.PLAN));
        Reply code = ask(models.of(Role.CODE));

        // Then
        assertThat(plan).isInstanceOf(Reply.Answer.class);
        assertThat(code).isInstanceOf(Reply.Answer.class);
        assertThat(stub.log())
                .extracting(call -> call.form() + " " + call.model())
                .containsExactly(form + " stub-large", form + " stub-small");
        assertThat(ledger.spent()).isEqualByComparingTo(stub.billed()).isPositive();
    }

    @Test
    void shouldRecordAndReplayWithoutKeyServerOrCost() throws IOException {
        // Given
        settings.put("masterplan.model.cassette.mode", "record");
        settings.put(
                "masterplan.model.cassette.folder", folder.resolve("cassette").toString());
        Reply.Answer live =
                (Reply.Answer) ask(models(Map.of("STUB_KEY", "the-key")).of(Role.PLAN));
        stub.close();

        // When
        settings.put("masterplan.model.cassette.mode", "replay");
        Models replaying = models(Map.of());
        Reply.Answer replayed = (Reply.Answer) ask(replaying.of(Role.PLAN));

        // Then
        assertThat(replayed.text()).isEqualTo(live.text());
        assertThat(replayed.cost()).isZero();
        ModelRequest changed =
                Requests.plain().model("stub-large").shape(Requests.SHAPE).build();
        assertThatThrownBy(() -> replaying.of(Role.PLAN).port().complete(changed))
                .isInstanceOf(NoRecordingException.class);
    }

    @Test
    void shouldSayWhatIsMissingBeforeTheFirstCall() {
        assertThatThrownBy(() -> models(Map.of()))
                .isInstanceOf(ModelSetupException.class)
                .hasMessage("The key is missing: set STUB_KEY, or STUB_KEY_FILE to a file that holds it");

        settings.put("masterplan.model.role.plan", "stub/stub-unheard-of");
        assertThatThrownBy(() -> models(Map.of("STUB_KEY", "x"))).isInstanceOf(UnknownPriceException.class);

        settings.put("masterplan.model.role.plan", "elsewhere/model");
        assertThatThrownBy(() -> models(Map.of("STUB_KEY", "x"))).isInstanceOf(UnknownPriceException.class);

        settings.put("masterplan.model.role.plan", "openai/gpt-5.4");
        assertThatThrownBy(() -> models(Map.of("STUB_KEY", "x")))
                .hasMessage("The key is missing: set OPENAI_API_KEY, or OPENAI_API_KEY_FILE to a file that holds it");
    }

    @Test
    void shouldAskALocalServerWithoutKeyAndPrice() {
        // Given
        settings.clear();
        settings.put("masterplan.model.role.code", "ollama/qwen3");

        // When
        Models models = models(Map.of());

        // Then
        assertThat(models.of(Role.CODE).name()).hasToString("ollama/qwen3");
        assertThatThrownBy(() -> models.of(Role.PLAN)).hasMessageStartingWith("No model is set for plan");
    }

    @Test
    void shouldHaveTheStandardTimeoutsUnlessTold() {
        settings.put("masterplan.model.timeout.idle", "7s");
        assertThat(config(settings).timeout().value().idle()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config(settings).timeout().value().total()).isEqualTo(Duration.ofMinutes(10));
    }
}
