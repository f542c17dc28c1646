package dev.masterplan.planner.generation;

import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageKind;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.masterplan.PlanOrder;

/**
 * A message to be dealt with.
 *
 * @param reading the session's as it is, null when nothing was read yet
 * @param order   of the plan that it asks for, null when it asks for none
 */
record Work(Message message, Reading reading, PlanOrder order) {

    /** It asks something of a reading that is not there, or was stored by a release that did not keep its text. */
    boolean lacksReading() {
        return reading == null && (message.kind() == MessageKind.PLAN || message.kind() == MessageKind.CHOICES);
    }
}
