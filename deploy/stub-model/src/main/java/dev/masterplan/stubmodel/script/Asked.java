package dev.masterplan.stubmodel.script;

/**
 * A request for an answer, whichever form it came in.
 *
 * @param stable      text that the form marks, or that the provider takes by itself, for its prompt cache; may be empty
 * @param text        all of the prompt, {@code stable} included
 * @param maxTokens   limit of the answer
 * @param withSchema  an answer in JSON was asked for
 * @param usageAsked  tokens are to be said in a stream
 * @param thinks      effort was asked for: some tokens are spent unseen
 */
public record Asked(
        String model,
        String stable,
        String text,
        int maxTokens,
        boolean stream,
        boolean withSchema,
        boolean usageAsked,
        boolean thinks) {}
