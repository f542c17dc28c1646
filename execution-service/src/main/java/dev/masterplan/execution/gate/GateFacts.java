package dev.masterplan.execution.gate;

import dev.masterplan.execution.acceptance.GateRates;
import dev.masterplan.execution.transition.Transition.GateJudged;
import dev.masterplan.execution.transition.Transition.TestOutcome;
import dev.masterplan.messaging.event.GateResult;
import dev.masterplan.messaging.event.GateResult.Verdict;
import java.util.List;

/** What a gate found, in the form that journal, events and pages need. */
final class GateFacts {

    private GateFacts() {}

    /**
     * @param why         failure reason, null when open
     * @param certificate JSON, null when nothing was judged
     */
    record Judgement(
            Verdict verdict,
            String why,
            GateRates counts,
            List<String> failedRequirements,
            List<GateResult.FailedTest> failedMust,
            List<TestOutcome> outcomes,
            byte[] certificate,
            String certificateHash) {

        static Judgement notRun(String why) {
            return new Judgement(
                    Verdict.NOT_RUN, why, new GateRates(0, 0, 0, 0), List.of(), List.of(), List.of(), null, null);
        }

        GateJudged row(String treeHash) {
            return new GateJudged(
                    treeHash,
                    verdict,
                    why,
                    counts.mustTotal(),
                    counts.mustPassed(),
                    counts.shouldTotal(),
                    counts.shouldPassed(),
                    failedRequirements,
                    certificate);
        }
    }
}
