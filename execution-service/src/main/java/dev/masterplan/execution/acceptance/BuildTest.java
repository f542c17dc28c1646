package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.messaging.plan.TestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** R-000, the one requirement of the service itself: due after every wave, a MUST. */
public final class BuildTest {

    public static final String REQUIREMENT = "R-000";
    public static final String ID = "T-000-1";
    public static final String SENTENCE = "The tree builds and, once its entry point is there, the program starts.";
    public static final UUID REQUIREMENT_ID = UUID.nameUUIDFromBytes(REQUIREMENT.getBytes(StandardCharsets.UTF_8));

    private BuildTest() {}

    public static TestSpecification specification() {
        return new TestSpecification(
                ID,
                REQUIREMENT_ID,
                REQUIREMENT,
                Priority.MUST,
                "builds-and-starts",
                "the files of the tree",
                "every file is compiled and the program is started",
                "no file is refused and GET /health answers 200",
                List.of(),
                false);
    }
}
