package dev.masterplan.execution.engine;

import dev.masterplan.execution.ExecutionConfig;
import dev.masterplan.execution.acceptance.AcceptanceRunner;
import dev.masterplan.execution.acceptance.AcceptanceSettings;
import dev.masterplan.execution.acceptance.AcceptanceSuite;
import dev.masterplan.execution.attempt.Judge;
import dev.masterplan.execution.codegen.BlueprintTestAuthor;
import dev.masterplan.execution.codegen.CodeAuthors;
import dev.masterplan.execution.engine.RunEngine.Tools;
import dev.masterplan.execution.sandbox.ProbedSandbox;
import dev.masterplan.execution.sandbox.Sandbox;
import dev.masterplan.execution.sandbox.SandboxSettings;
import dev.masterplan.execution.sandbox.Sandboxes;
import dev.masterplan.execution.validation.ValidationSettings;
import dev.masterplan.execution.validation.Validators;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Puts the classes without framework together, once at start. */
@Dependent
class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Tools tools(ExecutionConfig config) {
        SandboxSettings standard = SandboxSettings.standard();
        SandboxSettings settings =
                config.sandbox().bubblewrap().map(standard::withBubblewrap).orElse(standard);
        Sandbox sandbox = new ProbedSandbox(() -> Sandboxes.probe(settings));
        LOG.infof("sandbox chosen: name=%s version=%s", sandbox.name(), sandbox.version());
        AcceptanceSettings acceptance = AcceptanceSettings.standard();
        return new Tools(
                sandbox,
                bounded(new Validators(sandbox, ValidationSettings.standard()), config),
                new AcceptanceSuite(sandbox, acceptance),
                new AcceptanceRunner(sandbox, acceptance),
                new BlueprintTestAuthor(),
                new CodeAuthors());
    }

    /** As many validations at once as there are cores. */
    private static Judge bounded(Validators validators, ExecutionConfig config) {
        int wanted = config.engine().validationsAtOnce();
        Semaphore room =
                new Semaphore(wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors());
        return candidate -> {
            room.acquireUninterruptibly();
            try {
                return validators.validate(candidate);
            } finally {
                room.release();
            }
        };
    }
}
