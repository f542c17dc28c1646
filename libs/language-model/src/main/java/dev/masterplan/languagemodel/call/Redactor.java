package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.endpoint.Secret;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out what looks like a secret, and the secrets that are known. */
public final class Redactor {

    /** Stands where a secret stood. */
    public static final String REMOVED = "[secret removed]";

    private static final Pattern LOOKS_SECRET = Pattern.compile(String.join(
            "|",
            "\\bsk-[A-Za-z0-9_-]{16,}",
            "\\b(?:gh[pousr]|github_pat)_[A-Za-z0-9_]{20,}",
            "\\bglpat-[A-Za-z0-9_-]{16,}",
            "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
            "\\bAKIA[0-9A-Z]{16}\\b",
            "\\bAIza[A-Za-z0-9_-]{30,}",
            "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+",
            "-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?-----END [A-Z ]*PRIVATE KEY-----"));

    private final List<String> known;

    public Redactor(Collection<Secret> known) {
        this.known = known.stream().map(Secret::reveal).distinct().toList();
    }

    public String clean(String text) {
        String clean = LOOKS_SECRET.matcher(text).replaceAll(REMOVED);
        for (String secret : known) {
            clean = clean.replace(secret, REMOVED);
        }
        return clean;
    }
}
