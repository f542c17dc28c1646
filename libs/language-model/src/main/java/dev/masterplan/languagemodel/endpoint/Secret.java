package dev.masterplan.languagemodel.endpoint;

/** A key that can't be printed by accident. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value.strip();
        if (this.value.isEmpty()) {
            throw new IllegalArgumentException("an empty key");
        }
    }

    /** For the wire only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
