package dev.masterplan.planner.chat;

/** What a message is, and so what is done about it. */
public enum MessageKind {
    /** {@code /masterplan <brief>}: read it, make the discovery and a plan. */
    BRIEF,
    /** Plain talk: amends the discovery. */
    TALK,
    /** Options chosen for the discovery's questions, one {@code id: option} a line. */
    CHOICES,
    /** Make a plan of the discovery as it is. */
    PLAN,
    /** Files of another tool, or of this product: the plan that they hold. */
    IMPORT,
    /** The assistant's. */
    ANSWER;

    public boolean byUser() {
        return this != ANSWER;
    }

    /** Name of who said it in answers and updates. */
    public String role() {
        return byUser() ? "user" : "assistant";
    }
}
