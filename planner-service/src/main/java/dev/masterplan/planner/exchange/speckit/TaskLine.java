package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.foreign.ForeignTask.Wait;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line {@code - [ ] T012 [P] [US1] Create …}.
 *
 * @param id       null when the line has none
 * @param stories  numbers of the user stories that it belongs to
 * @param parallel marked with [P]: it waits for nothing inside its phase
 */
record TaskLine(
        String id, char mark, boolean parallel, List<String> stories, String text, List<Wait> waits, SourceLine where) {

    private static final Pattern LINE = Pattern.compile("^\\s*[-*]\\s+\\[(.)]\\s+(.*)$");
    private static final Pattern ID = Pattern.compile("^\\*{0,2}(T\\d+[A-Za-z]?)\\*{0,2}:?\\s+(.*)$");
    private static final Pattern MARKER = Pattern.compile("^\\[([^\\]]{1,40})]\\s*(.*)$");
    private static final Pattern STORY = Pattern.compile("US-?(\\d+)");
    private static final Pattern AFTER = Pattern.compile(
            "(?i)\\b(?:depends on|after|requires|blocked by|needs)\\s+(T\\d+[a-z]?(?:\\s*(?:,\\s*and|,|and|&|\\+)\\s*T\\d+[a-z]?){0,50})");
    private static final Pattern TASK = Pattern.compile("T\\d+[A-Za-z]?");

    /** The task in a line, empty when it is none. */
    static Optional<TaskLine> of(Section.Line line, Notes notes) {
        Matcher matcher = LINE.matcher(line.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2).strip();
        Matcher id = ID.matcher(rest);
        String name = id.matches() ? id.group(1) : null;
        rest = id.matches() ? id.group(2) : rest;
        boolean parallel = false;
        List<String> stories = new ArrayList<>();
        for (Matcher marker = MARKER.matcher(rest); marker.matches(); marker = MARKER.matcher(rest)) {
            String inside = marker.group(1);
            Matcher story = STORY.matcher(inside);
            if (inside.equalsIgnoreCase("P")) {
                parallel = true;
            } else if (story.find()) {
                do {
                    stories.add(story.group(1));
                } while (story.find());
            } else {
                notes.dropped(line.where(), "the mark [" + inside + "] of " + name);
            }
            rest = marker.group(2);
        }
        return Optional.of(new TaskLine(
                name, matcher.group(1).charAt(0), parallel, stories, rest, waits(rest, line.where()), line.where()));
    }

    private static List<Wait> waits(String text, SourceLine where) {
        List<Wait> waits = new ArrayList<>();
        Matcher after = AFTER.matcher(text);
        while (after.find()) {
            TASK.matcher(after.group(1)).results().forEach(found -> waits.add(new Wait(found.group(), where)));
        }
        return waits;
    }

    TaskLine named(String otherId) {
        return new TaskLine(otherId, mark, parallel, stories, text, waits, where);
    }

    TaskLine and(String more) {
        return new TaskLine(id, mark, parallel, stories, text + "\n" + more, waits, where);
    }

    boolean done() {
        return mark == 'x' || mark == 'X';
    }

    /** Marked as put off. */
    boolean leftOut() {
        return mark == '-';
    }

    /** Neither open nor done nor put off. */
    boolean oddlyMarked() {
        return !done() && !leftOut() && mark != ' ';
    }
}
