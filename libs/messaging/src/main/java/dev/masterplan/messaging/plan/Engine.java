package dev.masterplan.messaging.plan;

/**
 * Who writes plan, code and tests.
 *
 * @param name          {@code blueprint} (rules, no AI)
 * @param rehearsalSeed faults are injected by this seed; null = no rehearsal
 */
public record Engine(String name, Long rehearsalSeed) {
    private static final String BLUEPRINT = "blueprint";

    public Engine {
        name = Required.text(name, "name");
    }

    public static Engine blueprint() {
        return new Engine(BLUEPRINT, null);
    }

    /** As people read it: that it is no AI, and that faults are injected. */
    public String label() {
        String kind = name.equals(BLUEPRINT) ? name + " (rules, no AI)" : name;
        return rehearsalSeed == null ? kind : kind + ", rehearsal with seed " + rehearsalSeed + ", faults injected";
    }
}
