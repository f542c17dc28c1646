package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading of a Markdown file with the lines up to the next heading of any level.
 *
 * @param level 1 to 6; 0 for what stands before the first heading
 * @param under title of the nearest heading one level up, empty when there is none
 * @param lines those that hold text and stand outside of code blocks
 */
record Section(int level, String title, String under, SourceLine where, List<Line> lines) {

    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*\\s*$");

    /** @param text without the blanks at its end */
    record Line(String text, SourceLine where) {}

    static List<Section> of(SourceFile file) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(0, "", "", file.line(1), new ArrayList<>()));
        String[] titles = new String[7];
        boolean code = false;
        int number = 0;
        for (String line : file.lines()) {
            number++;
            if (line.stripLeading().startsWith("```")) {
                code = !code;
                continue;
            }
            Matcher heading = HEADING.matcher(line);
            if (!code && heading.matches()) {
                int level = heading.group(1).length();
                titles[level] = heading.group(2);
                String under = level > 1 && titles[level - 1] != null ? titles[level - 1] : "";
                sections.add(new Section(level, heading.group(2), under, file.line(number), new ArrayList<>()));
            } else if (!code && !line.isBlank() && !line.strip().equals("---")) {
                sections.getLast().lines.add(new Line(line.stripTrailing(), file.line(number)));
            }
        }
        return sections;
    }

    /** Whether its title, or the one that it stands under, holds these words. */
    boolean about(String words) {
        return title.toLowerCase(Locale.ROOT).contains(words)
                || under.toLowerCase(Locale.ROOT).contains(words);
    }

    /** Its bullet points, each with the lines that go on with it. */
    List<Line> bullets() {
        List<Line> bullets = new ArrayList<>();
        for (Line line : lines) {
            String text = line.text().strip();
            if (text.startsWith("- ") || text.startsWith("* ")) {
                bullets.add(new Line(text.substring(2).strip(), line.where()));
            } else if (!bullets.isEmpty() && Character.isWhitespace(line.text().charAt(0))) {
                Line last = bullets.removeLast();
                bullets.add(new Line(last.text() + " " + text, last.where()));
            }
        }
        return bullets;
    }
}
