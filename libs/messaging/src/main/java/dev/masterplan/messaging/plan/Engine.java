package dev.masterplan.messaging.plan;

/**
 * Who writes plan, code and tests.
 *
 * @param name          {@code blueprint} (rules, no AI)
 * @param rehearsalSeed faults are injected by this seed; null = no rehearsal
 */
public record Engine(String name, Long rehearsalSeed) {
    public Engine {
        name = Required.text(name, "name");
    }

    public static Engine blueprint() {
        return new Engine("blueprint", null);
    }
}
