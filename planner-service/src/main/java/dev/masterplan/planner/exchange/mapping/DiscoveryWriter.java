package dev.masterplan.planner.exchange.mapping;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.Source;
import dev.masterplan.planner.exchange.foreign.ForeignPlan;
import dev.masterplan.planner.exchange.foreign.ForeignRequirement;
import java.util.List;

/** Writes what other tools say about a program as a discovery. No rule has read its sentences, so none is covered. */
final class DiscoveryWriter {

    private static final String NOBODY_TESTS_IT =
            "it came with an import, and the rules (no AI) write tests only for sentences that they read themselves";

    private DiscoveryWriter() {}

    static Discovery write(ForeignPlan plan, ImportIds ids) {
        return new Discovery(
                plan.name(),
                plan.summary(),
                plan.stack(),
                plan.requirements().stream().map(each -> requirement(each, ids)).toList(),
                List.of(),
                List.of(),
                plan.things(),
                List.of(),
                List.of(),
                plan.assumptions(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Requirement requirement(ForeignRequirement foreign, ImportIds ids) {
        return new Requirement(
                ids.requirement(foreign.key()),
                foreign.key(),
                foreign.sentence(),
                new Source(ids.messageId(), foreign.where().line()),
                foreign.priority(),
                foreign.because(),
                foreign.criteria().isEmpty() ? null : String.join("\n", foreign.criteria()),
                null,
                Coverage.notCovered(NOBODY_TESTS_IT));
    }
}
