package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.Priority;
import dev.masterplan.planner.exchange.foreign.ForeignRequirement;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code spec.md}: requirements as a list or as a table, user stories, entities, and what is taken for granted. */
record Specification(
        String title,
        List<ForeignRequirement> requirements,
        List<Story> stories,
        List<Noted> things,
        List<String> assumptions) {

    private static final Pattern DEFINED = Pattern.compile(
            "^\\s*(?:[-*]\\s+|\\|\\s*)?\\*{0,2}((?:FR|SC|NFR)-\\d{1,4}[a-z]?)\\*{0,2}\\s*:?\\*{0,2}\\s*[:|—–-]?\\s*(.*)$");
    private static final Pattern BOLD_NAME = Pattern.compile("^\\*\\*(.{1,80}?)\\*\\*\\s*:?\\s*(.*)$");
    private static final Pattern RANK = Pattern.compile("P\\d");

    static Specification none() {
        return new Specification("", List.of(), List.of(), List.of(), List.of());
    }

    static Specification of(SourceFile file, Notes notes) {
        Reading reading = new Reading(notes);
        Section.of(file).forEach(reading::section);
        return new Specification(
                reading.title, reading.requirements, reading.stories, reading.things, reading.assumptions);
    }

    private static final class Reading {

        private final Notes notes;
        private final List<ForeignRequirement> requirements = new ArrayList<>();
        private final List<Story> stories = new ArrayList<>();
        private final List<Noted> things = new ArrayList<>();
        private final List<String> assumptions = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();
        private String title = "";
        private int next;

        private Reading(Notes notes) {
            this.notes = notes;
        }

        private void section(Section section) {
            if (section.level() == 1) {
                title = section.title();
            }
            List<Section.Line> left =
                    section.lines().stream().filter(line -> !requirement(line)).toList();
            Story story = Story.of(section, left);
            if (story != null) {
                story(story);
            } else if (section.about("entit")) {
                section.bullets().forEach(this::thing);
            } else if (section.about("edge case")) {
                section.bullets().forEach(bullet -> assume("Edge case: ", bullet));
            } else if (section.about("assumption") || section.about("clarification") || section.about("scope")) {
                section.bullets().forEach(bullet -> assume("", bullet));
            } else if (left.stream().anyMatch(line -> !tableFrame(line.text()))) {
                notes.dropped(
                        section.where(),
                        (section.title().isEmpty() ? "what stands first" : "the section \"" + section.title() + "\"")
                                + ": " + left.size() + " lines are not part of a plan");
            }
        }

        private void story(Story story) {
            stories.add(story);
            if (!story.said().isEmpty()) {
                notes.dropped(
                        story.where(),
                        story.key() + " beside its scenarios: " + story.said().size()
                                + " lines, only compared with tasks");
            }
        }

        private static boolean tableFrame(String line) {
            String text = line.strip();
            return text.startsWith("|")
                    && (text.contains("---") || text.toLowerCase(Locale.ROOT).startsWith("| id"));
        }

        private boolean requirement(Section.Line line) {
            Matcher defined = DEFINED.matcher(line.text());
            if (!defined.matches()) {
                return goesOn(line);
            }
            next = line.where().line() + 1;
            String key = defined.group(1);
            if (!keys.add(key)) {
                next = 0;
                notes.dropped(line.where(), "a second definition of " + key);
                return true;
            }
            boolean table = line.text().strip().startsWith("|");
            List<String> cells =
                    table ? cells(defined.group(2)) : List.of(defined.group(2).strip());
            String sentence = cells.isEmpty() || cells.getFirst().isEmpty() ? key : cells.getFirst();
            List<String> rest =
                    cells.stream().skip(1).filter(cell -> !cell.isEmpty()).toList();
            requirements.add(made(key, sentence, rest, line));
            return true;
        }

        private ForeignRequirement made(String key, String sentence, List<String> rest, Section.Line line) {
            Priority priority = key.startsWith("FR") ? Priority.MUST : Priority.SHOULD;
            String rank = rest.stream()
                    .filter(cell -> RANK.matcher(cell).matches())
                    .findFirst()
                    .orElse(null);
            List<String> criteria =
                    rest.stream().filter(cell -> !RANK.matcher(cell).matches()).toList();
            if (key.startsWith("NFR")) {
                notes.guessed(line.where(), key + " is taken for a SHOULD, like a success criterion");
            }
            String because = key.replaceFirst("-.*", "") + (rank == null ? "" : ", " + rank);
            return new ForeignRequirement(key, sentence, priority, because, criteria, line.where());
        }

        /** An indented line right below a requirement goes on with it. */
        private boolean goesOn(Section.Line line) {
            boolean below = Character.isWhitespace(line.text().charAt(0))
                    && line.where().line() == next;
            if (below) {
                next++;
                ForeignRequirement last = requirements.removeLast();
                requirements.add(last.and(List.of(line.text().strip())));
            }
            return below;
        }

        private static List<String> cells(String row) {
            List<String> cells = new ArrayList<>();
            for (String cell : row.split("\\|", -1)) {
                cells.add(cell.strip());
            }
            return cells;
        }

        private void thing(Section.Line bullet) {
            Matcher named = BOLD_NAME.matcher(bullet.text());
            if (named.matches()) {
                things.add(new Noted(named.group(1).replaceAll(":$", ""), named.group(2)));
                notes.guessed(
                        bullet.where(), "the entity " + named.group(1) + " is noted, types of its fields are not read");
            } else {
                notes.dropped(bullet.where(), "an entity without a bold name");
            }
        }

        private void assume(String prefix, Section.Line bullet) {
            assumptions.add(prefix + bullet.text());
            notes.mapped(bullet.where(), "becomes an assumption of the discovery");
        }
    }
}
