package dev.masterplan.planner.masterplan;

import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;

/** Who writes a plan's program, and what that may spend. */
public record PlanOrder(Engine engine, Limits limits) {}
