package dev.masterplan.languagemodel.prompt;

import dev.masterplan.languagemodel.PromptVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The prompts beside a class: {@code prompts/plan/v3.md} is version 3 of {@code plan}. A version is never edited. */
public final class Prompts {

    private final Class<?> beside;
    private final Map<PromptVersion, Prompt> read = new ConcurrentHashMap<>();

    public Prompts(Class<?> beside) {
        this.beside = beside;
    }

    /** @throws IllegalArgumentException when there is no such file */
    public Prompt get(PromptVersion version) {
        return read.computeIfAbsent(version, this::read);
    }

    private Prompt read(PromptVersion version) {
        String path = "/prompts/" + version + ".md";
        try (InputStream file = beside.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no prompt " + version);
            }
            return Prompt.parse(version, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
