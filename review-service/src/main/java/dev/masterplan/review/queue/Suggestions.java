package dev.masterplan.review.queue;

import java.util.ArrayList;
import java.util.List;

/** What a person could look at or do, by rules and from the facts alone: the same facts give the same lines. */
final class Suggestions {

    private static final int DIAGNOSTICS = 3;

    private Suggestions() {}

    static List<String> of(ReviewOrigin origin, ReviewFacts facts) {
        return switch (origin.kind()) {
            case ATOM -> ofAtom(origin, facts);
            case TEST ->
                List.of(
                        "compare request and response in the evidence with the sentence",
                        "edit a file written for " + String.join(", ", facts.requirementKeys())
                                + ", or correct the test when it reads the sentence otherwise than you do");
            case REQUIREMENT ->
                List.of("approve to leave it out, or start a new plan with the sentence in a form that is understood");
        };
    }

    private static List<String> ofAtom(ReviewOrigin origin, ReviewFacts facts) {
        List<String> lines = new ArrayList<>();
        facts.validationErrors().stream().limit(DIAGNOSTICS).forEach(error -> lines.add("look at " + error));
        if (facts.retries() > 0) {
            lines.add("compare the attempts: %d refused".formatted(facts.retries() + (facts.failed() ? 1 : 0)));
        }
        if (origin.file() != null) {
            lines.add(
                    facts.failed()
                            ? "edit %s: it is taken when its validators and the tests that were green pass"
                                    .formatted(origin.file())
                            : "approve %s as it is, or edit it".formatted(origin.file()));
        }
        return List.copyOf(lines);
    }
}
