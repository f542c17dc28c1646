package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code data-model.md}: the tables of fields that stand under a heading, each as one thing with what it says. */
final class DataModel {

    private static final Pattern COUNTED = Pattern.compile("^\\d+[.)]\\s*");
    private static final int LONGEST = 4000;

    private DataModel() {}

    static List<Noted> things(SourceFile file, Notes notes) {
        List<Noted> things = new ArrayList<>();
        for (Section section : Section.of(file)) {
            List<String> rows = section.lines().stream()
                    .map(line -> line.text().strip())
                    .filter(line -> line.startsWith("|") && !line.contains("---"))
                    .toList();
            if (section.level() >= 3 && rows.size() > 1) {
                things.add(thing(section, rows));
                notes.guessed(
                        section.where(),
                        "the table under \"" + section.title() + "\" is noted, its types are not read");
            } else if (!section.lines().isEmpty()) {
                notes.dropped(
                        section.where(),
                        (section.title().isEmpty() ? "what stands first" : "the section \"" + section.title() + "\"")
                                + ": " + section.lines().size() + " lines are not part of a plan");
            }
        }
        return things;
    }

    private static Noted thing(Section section, List<String> rows) {
        StringBuilder fields = new StringBuilder();
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = new ArrayList<>();
            for (String cell : row.split("\\|")) {
                if (!cell.isBlank()) {
                    cells.add(cell.strip());
                }
            }
            if (fields.length() < LONGEST) {
                fields.append(fields.isEmpty() ? "" : "; ").append(String.join(" ", cells));
            }
        }
        return new Noted(COUNTED.matcher(section.title()).replaceFirst(""), fields.toString());
    }
}
