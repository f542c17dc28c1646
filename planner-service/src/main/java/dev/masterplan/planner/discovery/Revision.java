package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.Question;
import dev.masterplan.messaging.plan.Requirement;
import java.util.List;

/** A discovery in which one list is another and everything else is the same. */
public final class Revision {

    private Revision() {}

    public static Discovery withRequirements(Discovery discovery, List<Requirement> requirements) {
        return with(discovery, requirements, discovery.questions());
    }

    public static Discovery withQuestions(Discovery discovery, List<Question> questions) {
        return with(discovery, discovery.requirements(), questions);
    }

    private static Discovery with(Discovery d, List<Requirement> requirements, List<Question> questions) {
        return new Discovery(
                d.domain(),
                d.summary(),
                d.stack(),
                requirements,
                d.boundedContexts(),
                d.aggregates(),
                d.valueObjects(),
                d.domainEvents(),
                d.services(),
                d.assumptions(),
                questions,
                d.risks(),
                d.conventions(),
                d.unread());
    }
}
