package dev.masterplan.languagemodel;

/**
 * Tokens of one call as they are billed, the same for every provider: each token of the prompt is in one of the first
 * three.
 *
 * @param output    thinking included
 * @param reasoning how many of {@code output} were thinking, as far as the provider says
 */
public record Usage(long input, long cacheRead, long cacheWrite, long output, long reasoning) {

    public Usage {
        if (input < 0 || cacheRead < 0 || cacheWrite < 0 || output < 0 || reasoning < 0) {
            throw new IllegalArgumentException("negative tokens");
        }
    }

    public static Usage none() {
        return new Usage(0, 0, 0, 0, 0);
    }

    /** Tokens of the whole prompt. */
    public long prompt() {
        return input + cacheRead + cacheWrite;
    }

    public long total() {
        return prompt() + output;
    }
}
