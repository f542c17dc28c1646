package dev.masterplan.planner.generation;

import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.discovery.Reading;

/**
 * A message to be dealt with.
 *
 * @param reading the session's as it is, null when nothing was read yet
 */
record Work(Message message, Reading reading) {}
