package dev.masterplan.planner.exchange.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.event.Json;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.Talk;
import dev.masterplan.planner.exchange.ImportReport.Format;
import dev.masterplan.planner.exchange.Imported;
import dev.masterplan.planner.exchange.Imports;
import dev.masterplan.planner.exchange.source.Note;
import dev.masterplan.planner.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExportedPlanTest {

    private static final int RUNS = 60;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldBeTheSamePlanAgainWhenItIsExportedAndImported(long seed) {
        // Given
        ExportedPlan plan = new RandomPlans(seed).plan();

        // When
        Imported imported = imported(plan);

        // Then
        assertThat(again(imported)).isEqualTo(plan);
        assertThat(imported.report().notes()).isEmpty();
    }

    static LongStream seeds() {
        long first = Long.getLong("exchange.seed", new Random().nextLong());
        return LongStream.range(first, first + RUNS);
    }

    @Test
    void shouldBeTheSamePlanAgainWhenRulesMadeIt() {
        // Given
        ExportedPlan library = library();

        // When
        Imported imported = imported(library);

        // Then
        assertThat(again(imported)).isEqualTo(library);
        assertThat(imported.report().format()).isEqualTo(Format.OWN);
        assertThat(ExportedPlanMapper.write(again(imported)))
                .as("same bytes")
                .isEqualTo(ExportedPlanMapper.write(library));
    }

    @Test
    void shouldReportFieldsThatNoPlanHas() {
        // Given
        String text = text(library())
                .replaceFirst("\"complexity\"", "\"mood\":\"fine\",\"complexity\"")
                .replaceFirst("\\{", "{\"extra\":1,");

        // When
        Imported imported = Imports.read("library.masterplan.json", text);

        // Then
        assertThat(imported.report().notes())
                .extracting(Note::text)
                .containsExactly(
                        "the field \"extra\", which no plan has",
                        "the field \"plan.phases.milestones.tasks.mood\", which no plan has");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "complexity":"LOW"          | "complexity":"EASY"       | complexity
            "key":"R-002"               | "key":"R-001"             | two requirements are called R-001
            "kind":"FILE"               | "kind":null               | kind
            "phases":[                  | "phases":[null,           | field "plan"
            """)
    void shouldSayWhatBreaksTheRulesOfAPlan(String was, String is, String said) {
        String text = text(library());
        assertThat(text).contains(was);

        assertThatThrownBy(() -> Imports.read("library.json", text.replace(was, is)))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("library.json")
                .hasMessageContaining(said)
                .hasMessageNotContaining("dev.masterplan");
    }

    private static ExportedPlan library() {
        Discovery discovery = Blueprint.read(new UUID(3, 4), Talk.example("library"));
        PlanDocument plan = Blueprint.plan(discovery);
        return new ExportedPlan(
                ExportedPlan.FORMAT,
                discovery.domain(),
                Engine.blueprint(),
                null,
                discovery,
                plan,
                Blueprint.specify(discovery, plan));
    }

    private static String text(ExportedPlan plan) {
        return new String(Json.write(plan), StandardCharsets.UTF_8);
    }

    private static Imported imported(ExportedPlan plan) {
        return Imports.read("plan.masterplan.json", text(plan));
    }

    private static ExportedPlan again(Imported imported) {
        return new ExportedPlan(
                ExportedPlan.FORMAT,
                imported.name(),
                imported.engine(),
                imported.limits(),
                imported.discovery(),
                imported.plan(),
                imported.tests());
    }
}
