package dev.masterplan.stubmodel.bill;

/**
 * Tokens of one call; each is in one place only.
 *
 * @param output thinking included
 */
public record Tokens(long input, long cacheRead, long cacheWrite, long output, long reasoning) {

    public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0);

    private static final int CHARACTERS = 4;

    /** The stub's tokenizer: a token for every four characters that begin. */
    public static long of(String text) {
        return (text.length() + CHARACTERS - 1L) / CHARACTERS;
    }

    /** As many characters as so many tokens hold. */
    public static String first(String text, long tokens) {
        return text.substring(0, (int) Math.min(text.length(), tokens * CHARACTERS));
    }

    public long prompt() {
        return input + cacheRead + cacheWrite;
    }
}
