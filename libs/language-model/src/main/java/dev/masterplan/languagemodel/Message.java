package dev.masterplan.languagemodel;

import java.util.Objects;

/**
 * One message of a prompt.
 *
 * @param stable the same in many calls: the provider's prompt cache is told so, where it has one
 */
public record Message(Speaker speaker, String text, boolean stable) {

    /** Who says it. */
    public enum Speaker {
        SYSTEM,
        USER,
        ASSISTANT
    }

    public Message {
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(text, "text");
        if (stable && speaker != Speaker.SYSTEM) {
            throw new IllegalArgumentException("only system messages are stable");
        }
    }

    /** What does not change from call to call. */
    public static Message stable(String text) {
        return new Message(Speaker.SYSTEM, text, true);
    }

    public static Message user(String text) {
        return new Message(Speaker.USER, text, false);
    }

    public static Message assistant(String text) {
        return new Message(Speaker.ASSISTANT, text, false);
    }

    public Message withText(String other) {
        return new Message(speaker, other, stable);
    }
}
