package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code tasks.md}: its phases with their tasks, the sections that say in which order phases come, and what else it says.
 *
 * @param order    sections about dependencies
 * @param preamble bold lines before the first section
 */
record TaskList(String title, List<TaskPhase> phases, List<Section> order, List<Section.Line> preamble) {

    private static final Pattern PHASE = Pattern.compile("(?i)^Phase\\s+(\\d{1,4})\\s*[:.—–-]*\\s*(.*)$");
    private static final Pattern STORIES =
            Pattern.compile("(?i)User Stor(?:y|ies)\\s+(\\d+(?:\\s*(?:&|,|and|\\+)\\s*\\d+){0,20})");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Whether a file is one: it has at least one line with a box. */
    static boolean knows(SourceFile file) {
        return Section.of(file).stream()
                .flatMap(section -> section.lines().stream())
                .anyMatch(line -> TaskLine.of(line, new Notes()).isPresent());
    }

    static TaskList of(SourceFile file, Notes notes) {
        Reading reading = new Reading(notes);
        Section.of(file).forEach(reading::section);
        return new TaskList(reading.title, reading.phases, reading.order, reading.preamble);
    }

    private static final class Reading {

        private final Notes notes;
        private final List<TaskPhase> phases = new ArrayList<>();
        private final List<Section> order = new ArrayList<>();
        private final List<Section.Line> preamble = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private String title = "";
        private TaskPhase phase;
        private boolean ordering;

        private Reading(Notes notes) {
            this.notes = notes;
        }

        private void section(Section section) {
            Matcher heading = PHASE.matcher(section.title());
            boolean top = section.level() <= 2;
            if (section.level() == 1) {
                title = section.title();
            }
            if (heading.matches() && section.level() <= 3 && !ordering) {
                phase = phase(heading, section);
            } else if (top) {
                phase = null;
                ordering = section.about("dependenc");
            }
            if (ordering && !heading.matches()) {
                order.add(section);
            } else {
                lines(section);
            }
        }

        private TaskPhase phase(Matcher heading, Section section) {
            List<String> stories = new ArrayList<>();
            Matcher named = STORIES.matcher(heading.group(2));
            if (named.find()) {
                NUMBER.matcher(named.group(1)).results().forEach(number -> stories.add(number.group()));
            }
            int number = Integer.parseInt(heading.group(1));
            TaskPhase same = phases.stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElse(null);
            if (same != null) {
                notes.guessed(section.where(), "a second phase " + number + ": its tasks go to the first");
                return same;
            }
            TaskPhase made = new TaskPhase(
                    number, heading.group(2), stories, new ArrayList<>(), new ArrayList<>(), section.where());
            phases.add(made);
            return made;
        }

        private void lines(Section section) {
            if (phase != null && section.level() > 2 && !section.title().equals(phase.title())) {
                phase.said().add(section.title());
            }
            TaskLine last = null;
            for (Section.Line line : section.lines()) {
                TaskLine task = TaskLine.of(line, notes).orElse(null);
                if (task != null) {
                    last = add(task);
                } else if (last != null && Character.isWhitespace(line.text().charAt(0))) {
                    last = goOn(last, line);
                } else if (phase != null) {
                    phase.said().add(line.text());
                } else if (section.level() <= 1) {
                    preamble.add(line);
                }
            }
            if (phase == null && section.level() > 1 && !section.lines().isEmpty()) {
                notes.dropped(
                        section.where(),
                        "the section \"" + section.title() + "\", "
                                + section.lines().size() + " lines");
            }
        }

        private TaskLine goOn(TaskLine last, Section.Line line) {
            List<TaskLine> tasks = phase.tasks();
            TaskLine longer = last.and(line.text().strip());
            tasks.set(tasks.indexOf(last), longer);
            return longer;
        }

        private TaskLine add(TaskLine task) {
            if (phase == null) {
                notes.guessed(task.where(), "a task outside of any phase: it goes to one called Tasks");
                phase = new TaskPhase(0, "Tasks", List.of(), new ArrayList<>(), new ArrayList<>(), task.where());
                phases.add(phase);
            }
            TaskLine named = task;
            if (task.id() == null) {
                named = task.named("line " + task.where().line());
                notes.guessed(task.where(), "a task without an id: called " + named.id());
            }
            if (!ids.add(named.id())) {
                named = named.named(named.id() + " line " + task.where().line());
                ids.add(named.id());
                notes.guessed(task.where(), "a second task with this id: called " + named.id());
            }
            phase.tasks().add(named);
            return named;
        }
    }
}
