package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which phase waits for which: as a bullet "**Phase 5 (…)**: Depends on Phase 2" or a table with a column "Can Start
 * After" says it, else for the one before it.
 */
final class PhaseOrder {

    private static final Pattern BULLET = Pattern.compile("^\\s*[-*]\\s+\\*\\*(.{1,200}?)\\*\\*:?\\s*:?\\s*(.*)$");
    private static final Pattern PHASES =
            Pattern.compile("(?i)Phases?\\s+(\\d{1,4}(?:\\s*(?:,|and|&|/|–|-)\\s*\\d{1,4}){0,20})(\\+?)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");
    private static final Pattern DEPENDS = Pattern.compile("(?i).*?\\b(?:depends?|after|requires?|needs?)\\b(.*)");

    private final List<TaskPhase> phases;
    private final Notes notes;
    private final Map<Integer, Set<Integer>> stated = new HashMap<>();
    private final Map<Integer, Set<Integer>> statedForMany = new HashMap<>();

    private PhaseOrder(List<TaskPhase> phases, Notes notes) {
        this.phases = phases;
        this.notes = notes;
    }

    /** Keys of the phases that each phase waits for. */
    static Map<String, List<String>> of(List<TaskPhase> phases, List<Section> sections, Notes notes) {
        PhaseOrder order = new PhaseOrder(phases, notes);
        sections.forEach(order::read);
        Map<String, List<String>> needs = new HashMap<>();
        for (int i = 0; i < phases.size(); i++) {
            needs.put(phases.get(i).key(), order.needs(i));
        }
        return needs;
    }

    private List<String> needs(int index) {
        int number = phases.get(index).number();
        Set<Integer> said = stated.getOrDefault(number, statedForMany.get(number));
        if (said == null) {
            if (index == 0) {
                return List.of();
            }
            TaskPhase before = phases.get(index - 1);
            notes.guessed(
                    phases.get(index).where(),
                    "\"" + phases.get(index).name() + "\" waits for \"" + before.name() + "\": nothing says otherwise");
            return List.of(before.key());
        }
        List<String> needs = new ArrayList<>();
        for (int needed : said) {
            phases.stream()
                    .filter(phase -> phase.number() == needed)
                    .findFirst()
                    .ifPresent(phase -> {
                        if (phases.indexOf(phase) < index) {
                            needs.add(phase.key());
                        } else {
                            notes.dropped(
                                    phase.where(),
                                    "phase " + number + " is said to wait for the later phase " + needed);
                        }
                    });
        }
        return needs;
    }

    private void read(Section section) {
        int[] columns = null;
        for (Section.Line line : section.lines()) {
            Matcher bullet = BULLET.matcher(line.text());
            if (line.text().strip().startsWith("|")) {
                String[] cells = line.text().strip().split("\\|", -1);
                if (columns == null) {
                    columns = columns(cells);
                } else if (columns.length == 2 && cells.length > Math.max(columns[0], columns[1])) {
                    state(cells[columns[0]], "depends on " + cells[columns[1]]);
                }
            } else if (bullet.matches()) {
                state(bullet.group(1), bullet.group(2));
            }
        }
    }

    /** Indices of the columns with the phase and with what it waits for; empty when the table has no such columns. */
    private static int[] columns(String[] header) {
        int[] phase = indices(header, "phase");
        int[] after = IntStream.concat(
                        Arrays.stream(indices(header, "start after")), Arrays.stream(indices(header, "depends on")))
                .toArray();
        return phase.length > 0 && after.length > 0 ? new int[] {phase[0], after[0]} : new int[0];
    }

    private static int[] indices(String[] header, String words) {
        return IntStream.range(0, header.length)
                .filter(i -> header[i].toLowerCase(Locale.ROOT).contains(words))
                .toArray();
    }

    private void state(String subject, String body) {
        Matcher depends = DEPENDS.matcher(IN_BRACKETS.matcher(body).replaceAll(""));
        boolean none = body.toLowerCase(Locale.ROOT).contains("no dependenc");
        if (!none && !depends.matches()) {
            return;
        }
        String needed = none ? "" : depends.group(1);
        Matcher which = PHASES.matcher(subject);
        while (which.find()) {
            boolean many = !which.group(2).isEmpty();
            List<Integer> numbers = numbers(which.group(1));
            for (TaskPhase phase : phases) {
                Set<Integer> found = needed(phase.number(), needed);
                boolean meant = many ? phase.number() >= numbers.getFirst() : numbers.contains(phase.number());
                if (meant && (none || !found.isEmpty())) {
                    (many ? statedForMany : stated)
                            .computeIfAbsent(phase.number(), number -> new LinkedHashSet<>())
                            .addAll(found);
                }
            }
        }
    }

    private Set<Integer> needed(int number, String text) {
        Set<Integer> needed = new LinkedHashSet<>();
        if (text.toLowerCase(Locale.ROOT).contains("all previous")) {
            phases.stream()
                    .map(TaskPhase::number)
                    .filter(other -> other < number)
                    .forEach(needed::add);
        }
        PHASES.matcher(text).results().forEach(found -> needed.addAll(numbers(found.group(1))));
        for (TaskPhase phase : phases) {
            String first = phase.title().split("\\W+", 2)[0].toLowerCase(Locale.ROOT);
            boolean named = Set.of("setup", "foundational", "foundation").contains(first)
                    && text.toLowerCase(Locale.ROOT).contains(first);
            if (named && phase.number() < number) {
                needed.add(phase.number());
            }
        }
        return needed;
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Integer.parseInt(found.group()))
                .toList();
    }
}
