package dev.masterplan.planner.edit;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.masterplan.PlanContent.Brief;

/** The parts of a plan version that people change; the rest follows from them. @param brief null when there is none */
record Draught(Brief brief, Discovery discovery, PlanDocument plan) {

    Draught with(Discovery other) {
        return new Draught(brief, other, plan);
    }
}
