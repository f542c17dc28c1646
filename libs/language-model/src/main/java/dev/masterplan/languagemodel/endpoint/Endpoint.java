package dev.masterplan.languagemodel.endpoint;

import java.net.URI;
import java.util.Objects;

/**
 * Where a provider is reached.
 *
 * @param name       as in the price table: {@code openai}, {@code anthropic}, {@code ollama}
 * @param base       with the version: {@code https://api.openai.com/v1}
 * @param key        null for a server that asks for none
 * @param newLimit   it knows the limit of an answer as {@code max_completion_tokens} only
 */
public record Endpoint(String name, Form form, URI base, Secret key, boolean newLimit) {

    /** How it speaks. */
    public enum Form {
        /** Chat completions, which most servers speak. */
        OPENAI,
        /** Messages. */
        ANTHROPIC
    }

    public Endpoint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(base, "base");
    }

    /** A server of the OpenAI form that asks for no key. */
    public static Endpoint local(String name, URI base) {
        return new Endpoint(name, Form.OPENAI, base, null, false);
    }

    /** For the wire only; some servers want one even when they don't look at it. */
    public String keyText() {
        return key == null ? "none" : key.reveal();
    }
}
