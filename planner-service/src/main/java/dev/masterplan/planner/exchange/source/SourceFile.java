package dev.masterplan.planner.exchange.source;

import dev.masterplan.planner.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One file that was handed over.
 *
 * @param name as it was called there, may hold folders: {@code specs/001/tasks.md}
 */
public record SourceFile(String name, String text) {

    public SourceFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
    }

    /** Name without folders, in lower case. */
    public String baseName() {
        return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The text without a byte order mark. */
    public String withoutMark() {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Lines without their ends; line {@code n} of the file is element {@code n - 1}. */
    public List<String> lines() {
        return withoutMark().lines().toList();
    }

    /** The same text. @throws Refusal when the database can't keep it */
    String plain(String part, int line) {
        if (part.indexOf('\0') >= 0) {
            throw Refusal.invalid(name + ", line " + line + ": the text holds a NUL character");
        }
        if (part.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw Refusal.invalid(
                    name + ", line " + line + ": the text holds half a character (an unpaired surrogate)");
        }
        return part;
    }

    /** The same file. @throws Refusal when the database can't keep its text or its name */
    public SourceFile plain() {
        plain(name, 0);
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            plain(lines.get(i), i + 1);
        }
        return this;
    }

    public SourceLine line(int number) {
        return new SourceLine(name, number);
    }
}
