package dev.masterplan.languagemodel.endpoint;

import java.net.URI;
import java.util.List;

/**
 * A provider that is known by name.
 *
 * @param name     as in the price table
 * @param variable the environment variable with its key; with {@code _FILE} behind it, the file with its key
 */
public record Vendor(String name, Endpoint.Form form, URI base, String variable, boolean newLimit) {

    private static final List<Vendor> ALL = List.of(
            new Vendor(
                    "anthropic", Endpoint.Form.ANTHROPIC, "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", false),
            new Vendor("openai", Endpoint.Form.OPENAI, "https://api.openai.com/v1", "OPENAI_API_KEY", true),
            new Vendor("mistral", Endpoint.Form.OPENAI, "https://api.mistral.ai/v1", "MISTRAL_API_KEY", false),
            new Vendor("deepseek", Endpoint.Form.OPENAI, "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", false),
            new Vendor(
                    "openrouter", Endpoint.Form.OPENAI, "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY", false));

    private Vendor(String name, Endpoint.Form form, String base, String variable, boolean newLimit) {
        this(name, form, URI.create(base), variable, newLimit);
    }

    public static List<Vendor> all() {
        return ALL;
    }

    public Endpoint with(Secret key) {
        return new Endpoint(name, form, base, key, newLimit);
    }
}
