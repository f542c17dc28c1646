package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A user story of {@code spec.md}.
 *
 * @param said      what stands in it before and between its scenarios
 * @param scenarios each "Given … When … Then …" on one line
 */
record Story(
        String number, String title, String rank, List<String> said, List<Section.Line> scenarios, SourceLine where) {

    private static final Pattern HEADING = Pattern.compile(
            "(?i)^(?:US-?|User Story\\s+)(\\d+)\\s*[:.—–-]*\\s*(.*?)\\s*(?:\\((?:Priority:?\\s*)?(P\\d)\\).*)?$");
    private static final Pattern SCENARIO = Pattern.compile("(?i)^(?:\\d+[.)]\\s+|[-*]\\s+)?\\**\\s*Given\\b.*");
    private static final Pattern NEXT_PART = Pattern.compile("(?i)^(?:[-*]\\s+)?\\**\\s*(?:When|Then|And|But)\\b.*");
    private static final Pattern MARKS = Pattern.compile("\\*+|^\\s*(?:\\d+[.)]|[-*])\\s+");

    /** The story under a heading; null when it is none. @param lines those of the section that are no requirements */
    static Story of(Section section, List<Section.Line> lines) {
        Matcher heading = HEADING.matcher(section.title());
        if (!heading.matches()) {
            return null;
        }
        List<String> said = new ArrayList<>();
        List<Section.Line> scenarios = new ArrayList<>();
        boolean open = false;
        for (Section.Line line : lines) {
            String text = line.text().strip();
            String plain = MARKS.matcher(text).replaceAll("").strip();
            if (SCENARIO.matcher(text).matches()) {
                scenarios.add(new Section.Line(plain, line.where()));
                open = true;
            } else if (open
                    && (NEXT_PART.matcher(text).matches()
                            || Character.isWhitespace(line.text().charAt(0)))) {
                Section.Line last = scenarios.removeLast();
                scenarios.add(new Section.Line(last.text() + " " + plain, last.where()));
            } else {
                said.add(plain);
                open = false;
            }
        }
        return new Story(heading.group(1), heading.group(2), heading.group(3), said, scenarios, section.where());
    }

    String key() {
        return "US-" + number;
    }

    /** Everything that it says, for comparing. */
    String words() {
        StringBuilder words = new StringBuilder(title);
        said.forEach(line -> words.append('\n').append(line));
        scenarios.forEach(line -> words.append('\n').append(line.text()));
        return words.toString();
    }

    /** P0 and P1 are MUST; what nobody ranked too. */
    Priority priority() {
        boolean should = rank != null && !rank.toUpperCase(Locale.ROOT).matches("P[01]");
        return should ? Priority.SHOULD : Priority.MUST;
    }
}
