package dev.masterplan.blueprint.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Why a sentence is not covered: kinds of rules that are recognised and not written yet. */
final class NotYet {

    private static final String UNKNOWN = "no sentence form that is understood fits this sentence";
    private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

    static {
        kind("overlap|double booking|at the same time", "records that must not overlap in time: not written yet");
        kind("\\bms\\b|milliseconds?|a second\\b|per second", "measured speed: not written yet");
        kind("from now|before now|in advance", "dates relative to now: not written yet");
        kind("author for|for \\d+ minutes", "changes by the author for a limited time: not written yet");
        kind("counts up|numbered inside", "a number that counts up inside its parent: not written yet");
        kind("\\bcsv\\b|export", "export as a file: not written yet");
        kind("best-selling|top \\d+|\\bmost (?:often|popular)", "reports of the largest sums: not written yet");
        kind("stock|quantities|puts? (?:them|it) back", "amounts taken from another record: not written yet");
        kind("copy of", "values copied from another record: not written yet");
        kind("instead of delet", "an operation that is forbidden altogether: not written yet");
    }

    private NotYet() {}

    static String reason(String sentence) {
        return KINDS.entrySet().stream()
                .filter(k -> k.getKey().matcher(sentence).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static void kind(String words, String reason) {
        KINDS.put(Pattern.compile(words, Pattern.CASE_INSENSITIVE), reason);
    }
}
