package dev.masterplan.review.decision;

import dev.masterplan.review.queue.ReviewState.Draft;
import dev.masterplan.review.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The rules for what a person sends with a decision. */
final class EditRequest {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private EditRequest() {}

    /** @throws Refusal when it is no whole file on a known base */
    static Draft draft(String content, String baseHash, int maxBytes) {
        if (content == null || content.isBlank()) {
            throw Refusal.invalid("content is empty");
        }
        if (content.length() > maxBytes || content.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw Refusal.tooLarge("content is longer than " + maxBytes / 1024 + " KiB");
        }
        if (notText(content)) {
            throw Refusal.invalid("content is no text: it holds a NUL or half a character");
        }
        if (baseHash != null && !SHA256.matcher(baseHash).matches()) {
            throw Refusal.invalid("base_hash is not a sha256");
        }
        return new Draft(content, baseHash);
    }

    /** The comment, null when there is none. */
    static String comment(String comment, int maxLength) {
        if (comment == null || comment.isBlank()) {
            return null;
        }
        if (comment.length() > maxLength || notText(comment)) {
            throw Refusal.invalid("comment is a text of at most " + maxLength + " characters");
        }
        return comment.strip();
    }

    private static boolean notText(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
