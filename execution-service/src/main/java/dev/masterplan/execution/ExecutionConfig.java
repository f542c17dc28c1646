package dev.masterplan.execution;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every threshold of the service, with the defaults of the rules. */
@ConfigMapping(prefix = "masterplan.execution")
public interface ExecutionConfig {

    /** One process per slot is its supervisor's promise. */
    @WithDefault("0")
    int slot();

    /** Folder of this service's workspaces. */
    @WithDefault("${java.io.tmpdir}/masterplan-workspaces")
    Path workspaces();

    Lease lease();

    Engine engine();

    Sandbox sandbox();

    Gate gate();

    Confidence confidence();

    Cost cost();

    Verification verification();

    interface Verification {
        /** Each may hold a folder of 50 MB in memory. */
        @WithDefault("2")
        int atOnce();
    }

    interface Lease {
        @WithDefault("15s")
        Duration duration();

        @WithDefault("5s")
        Duration renewEvery();

        /** How long after sending a renewal the owner acts outside the database. */
        @WithDefault("10s")
        Duration trustFor();

        /** PostgreSQL ends a transaction in which nothing is asked for that long: its locks would stop a takeover. */
        String transactionIdle();
    }

    interface Engine {
        /** New runs are taken while fewer than that are at work here; those that wait for a person don't count. */
        @WithDefault("50")
        int maxRuns();

        /** So many steps of a run may fail one after the other; then the run is blocked. */
        @WithDefault("5")
        int faults();

        /** How often the mailbox and unowned runs are looked for, besides notifications. */
        @WithDefault("1s")
        Duration pollEvery();

        /** Spans of attempts that a plan may have; its 10,000 hold those of requests, events, gates and reviews too. */
        @WithDefault("9000")
        int attemptSpans();

        /** Validations at once; 0 = as many as there are cores. */
        @WithDefault("0")
        int validationsAtOnce();

        /** Patience with a provider that is busy, per atom. */
        @WithDefault("10m")
        Duration providerPatience();

        /** A deterministic trouble wait used when the provider names none. */
        @WithDefault("1s")
        Duration providerBackOff();
    }

    interface Sandbox {
        /** Path of bubblewrap; without it the usual places are looked at. */
        Optional<Path> bubblewrap();
    }

    interface Gate {
        /** May only be raised. */
        @WithDefault("0.95")
        double shouldRate();
    }

    interface Confidence {
        @WithDefault("0.70")
        double review();

        @WithDefault("0.50")
        double urgent();
    }

    interface Cost {
        /** Execution's share of a plan's limits. */
        @WithDefault("0.85")
        BigDecimal share();
    }
}
