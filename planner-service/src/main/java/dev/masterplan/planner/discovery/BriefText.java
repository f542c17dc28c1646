package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A brief line by line, in which one sentence is changed, added or taken away; no line moves. */
public final class BriefText {

    private static final Pattern NOTHING_LEFT = Pattern.compile("\\s*(?:[-*+]|\\d+[.)])?[\\s.]*|[|\\s]*");

    private final UUID messageId;
    private final List<String> lines;

    /** @param messageId message that began the brief */
    public BriefText(UUID messageId, String brief) {
        this.messageId = messageId;
        this.lines = new ArrayList<>(brief.lines().toList());
    }

    /** @throws Refusal when the sentence does not stand on one line */
    public String changed(Requirement requirement, String sentence) {
        int line = line(requirement);
        lines.set(line, replaced(line, requirement, sentence));
        return text();
    }

    /** @throws Refusal when the sentence does not stand on one line */
    public String without(Requirement requirement) {
        int line = line(requirement);
        String left = replaced(line, requirement, "");
        lines.set(line, NOTHING_LEFT.matcher(left).matches() ? "" : left);
        return text();
    }

    /** What is added stands below everything that was said before. */
    public String with(String sentence) {
        if (!lines.contains(Reading.SAID_LATER)) {
            lines.addAll(List.of("", Reading.SAID_LATER));
        }
        lines.add("- " + sentence);
        return text();
    }

    private String replaced(int line, Requirement requirement, String by) {
        String text = lines.get(line);
        int at = text.indexOf(requirement.sentence());
        return text.substring(0, at)
                + by
                + text.substring(at + requirement.sentence().length());
    }

    /** Where the sentence stands: on the line that it was read from, else on the first that holds it. */
    private int line(Requirement requirement) {
        boolean ofBrief = requirement.source().messageId().equals(messageId);
        IntStream first = ofBrief ? IntStream.of(requirement.source().line() - 1) : IntStream.empty();
        OptionalInt line = IntStream.concat(first, IntStream.range(0, lines.size()))
                .filter(i -> i >= 0 && i < lines.size() && lines.get(i).contains(requirement.sentence()))
                .findFirst();
        return line.orElseThrow(() -> Refusal.invalid(requirement.key()
                + " does not stand in the brief as one sentence on one line (it was cut out of a longer one):"
                + " put it off, or send a new brief"));
    }

    private String text() {
        return String.join("\n", lines);
    }
}
