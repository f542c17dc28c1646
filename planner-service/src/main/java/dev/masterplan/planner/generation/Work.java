package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.planner.chat.Message;

/**
 * A message to be dealt with.
 *
 * @param discovery the session's as it is, null when nothing was read yet
 */
record Work(Message message, Discovery discovery) {}
