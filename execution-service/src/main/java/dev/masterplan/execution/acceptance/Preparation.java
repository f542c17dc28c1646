package dev.masterplan.execution.acceptance;

import java.util.Map;

/** Whether the acceptance tests can be trusted to prove something. */
public sealed interface Preparation {

    /** Every test was red on both stubs, by an assertion. */
    record Prepared(Manifest manifest) implements Preparation {}

    /** @param perTest test id → what is wrong with it; empty when the files as a whole are */
    record NotWritten(String reason, Map<String, String> perTest) implements Preparation {
        public NotWritten {
            perTest = Map.copyOf(perTest);
        }
    }
}
