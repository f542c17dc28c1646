package dev.masterplan.languagemodel;

import java.util.Objects;

/** A prompt and which version of it: {@code plan/v3}. */
public record PromptVersion(String name, int version) {

    public PromptVersion {
        Objects.requireNonNull(name, "name");
        if (!name.matches("[a-z][a-z0-9-]*") || version < 1) {
            throw new IllegalArgumentException("not a prompt: " + name + "/v" + version);
        }
    }

    @Override
    public String toString() {
        return name + "/v" + version;
    }
}
