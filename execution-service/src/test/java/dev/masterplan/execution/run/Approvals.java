package dev.masterplan.execution.run;

import dev.masterplan.blueprint.Blueprint;
import dev.masterplan.messaging.event.MasterPlanApproved;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Approved plans as the planner sends them, made by the blueprint from the example briefs. */
public final class Approvals {

    private static final Path EXAMPLES = Path.of("../docs/examples");

    private Approvals() {}

    public static MasterPlanApproved of(String example, Engine engine, boolean start) {
        try {
            return ofBrief(Files.readString(EXAMPLES.resolve(example + ".md")), engine, start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MasterPlanApproved notes() {
        return of("notes", Engine.blueprint(), true);
    }

    /** The notes, by a person who chose to go on without acceptance tests. */
    public static MasterPlanApproved notesWithoutTests() {
        return notesWithoutTests(Engine.blueprint());
    }

    static MasterPlanApproved notesWithoutTests(Engine engine) {
        MasterPlanApproved notes = of("notes", engine, true);
        return new MasterPlanApproved(
                notes.masterplanId(),
                notes.version(),
                notes.sessionId(),
                notes.name(),
                notes.traceId(),
                notes.traceparent(),
                notes.engine(),
                notes.limits(),
                true,
                true,
                notes.discovery(),
                notes.plan(),
                notes.tests(),
                notes.deferrals(),
                notes.generationCostUsd(),
                notes.approvedBy(),
                notes.approvedAt());
    }

    /** Any plan, of a discovery that knows nothing of it. */
    public static MasterPlanApproved with(PlanDocument plan) {
        Discovery notes = Blueprint.read(new UUID(0, 7), "# Notes\n\n## Data\n- Note: title (text, required)\n");
        return approved(notes, plan, List.of(), Engine.blueprint(), true);
    }

    public static MasterPlanApproved ofBrief(String brief, Engine engine, boolean start) {
        Discovery discovery = Blueprint.read(new UUID(0, 7), brief);
        PlanDocument plan = Blueprint.plan(discovery);
        return approved(discovery, plan, Blueprint.specify(discovery, plan), engine, start);
    }

    private static MasterPlanApproved approved(
            Discovery discovery, PlanDocument plan, List<TestSpecification> tests, Engine engine, boolean start) {
        UUID id = UUID.randomUUID();
        String trace = id.toString().replace("-", "");
        return new MasterPlanApproved(
                id,
                1,
                UUID.randomUUID(),
                discovery.domain(),
                trace,
                "00-" + trace + "-00f067aa0ba902b7-01",
                engine,
                new Limits(new BigDecimal("50"), new BigDecimal("100"), 100),
                start,
                false,
                discovery,
                plan,
                tests,
                List.of(),
                BigDecimal.ZERO,
                "ada",
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
