package dev.masterplan.languagemodel.price;

/** A model of a provider: {@code anthropic/claude-sonnet-5}. */
public record ModelName(String provider, String model) implements Comparable<ModelName> {

    /** @throws IllegalArgumentException when it has no provider */
    public static ModelName parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("not provider/model: " + text);
        }
        return new ModelName(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ModelName other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
