/**
 * The documents that planner, execution and blueprint share: {@link dev.masterplan.messaging.plan.Discovery},
 * {@link dev.masterplan.messaging.plan.PlanDocument}, {@link dev.masterplan.messaging.plan.TestSpecification}.
 */
package dev.masterplan.messaging.plan;
