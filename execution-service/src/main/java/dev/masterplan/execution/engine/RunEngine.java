package dev.masterplan.execution.engine;

import dev.masterplan.execution.ExecutionConfig;
import dev.masterplan.execution.acceptance.AcceptanceRunner;
import dev.masterplan.execution.acceptance.AcceptanceSuite;
import dev.masterplan.execution.attempt.Judge;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeAuthors;
import dev.masterplan.execution.codegen.TestAuthor;
import dev.masterplan.execution.journal.InstanceLease;
import dev.masterplan.execution.journal.RunJournal;
import dev.masterplan.execution.memory.RunStore;
import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.messaging.plan.Engine;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** What the driver of a run works with. */
@Singleton
public class RunEngine {

    private final ExecutionConfig config;
    private final RunJournal journal;
    private final RunStore store;
    private final InstanceLease lease;
    private final Clock clock;
    private final Tools tools;
    private final CostWatch costWatch;
    private final EngineMetrics metrics;

    /** The hands of the engine: everything that runs outside the database. */
    public record Tools(
            Sandbox sandbox,
            Judge judge,
            AcceptanceSuite suite,
            AcceptanceRunner runner,
            TestAuthor testAuthor,
            CodeAuthors codeAuthors) {}

    public RunEngine(
            ExecutionConfig config,
            RunJournal journal,
            RunStore store,
            InstanceLease lease,
            Clock clock,
            Tools tools,
            CostWatch costWatch,
            EngineMetrics metrics) {
        this.config = config;
        this.journal = journal;
        this.store = store;
        this.lease = lease;
        this.clock = clock;
        this.tools = tools;
        this.costWatch = costWatch;
        this.metrics = metrics;
    }

    public ExecutionConfig config() {
        return config;
    }

    public RunJournal journal() {
        return journal;
    }

    public RunStore store() {
        return store;
    }

    public InstanceLease lease() {
        return lease;
    }

    public Clock clock() {
        return clock;
    }

    public CostWatch costWatch() {
        return costWatch;
    }

    public EngineMetrics metrics() {
        return metrics;
    }

    public Tools tools() {
        return tools;
    }

    public CodeAuthor codeAuthor(Engine engine) {
        return tools.codeAuthors().of(engine);
    }

    /** The run's bare git repository. */
    public Path repository(UUID runId) {
        return config.workspaces().resolve(runId.toString()).resolve("history.git");
    }

    /** The run's files as a folder. */
    public Path folder(UUID runId) {
        return config.workspaces().resolve(runId.toString()).resolve("tree");
    }
}
