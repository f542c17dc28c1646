package dev.masterplan.blueprint.form;

import dev.masterplan.messaging.plan.Requirement;

/** A requirement together with what its sentence means. */
public record ReadSentence(Requirement requirement, SentenceForm form) {}
