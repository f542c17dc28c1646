package dev.masterplan.execution.codegen;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.Map;

/** Writes the acceptance tests of exactly these specifications; sees the discovery, never the code. */
public interface TestAuthor {

    /** Files by path under {@code acceptance/}, the runner among them. */
    Map<String, String> write(Discovery discovery, List<TestSpecification> specifications);
}
