package dev.masterplan.languagemodel;

/** How freely a model answers; some take a temperature, some an effort, some neither. */
public sealed interface Sampling {

    /** @param value 0 to 2 */
    record Temperature(double value) implements Sampling {}

    /** @param level {@code low}, {@code medium}, {@code high} */
    record Effort(String level) implements Sampling {}

    /** As the provider likes. */
    record Unset() implements Sampling {}
}
