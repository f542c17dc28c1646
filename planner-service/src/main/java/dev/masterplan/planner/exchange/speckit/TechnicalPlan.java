package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.messaging.plan.Discovery.Stack;
import dev.masterplan.planner.exchange.source.Notes;
import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code plan.md}: what it sums up, the technical context, and its constraints as assumptions.
 *
 * @param stack null when it names no language
 */
record TechnicalPlan(String summary, Stack stack, List<String> assumptions) {

    private static final Pattern FACT = Pattern.compile("^\\s*(?:[-*]\\s+)?\\*\\*(.{1,80}?)\\*\\*:?\\s*:?\\s*(.*)$");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z#+]+");

    static TechnicalPlan none() {
        return new TechnicalPlan(null, null, List.of());
    }

    static TechnicalPlan of(SourceFile file, Notes notes) {
        String summary = null;
        Map<String, String> facts = new LinkedHashMap<>();
        for (Section section : Section.of(file)) {
            if (section.title().equalsIgnoreCase("summary")) {
                summary = section.lines().stream().map(Section.Line::text).collect(Collectors.joining("\n"));
            } else if (section.about("technical context")) {
                section.lines().forEach(line -> fact(line, facts, notes));
            } else if (!section.lines().isEmpty()) {
                notes.dropped(
                        section.where(),
                        (section.title().isEmpty() ? "what stands first" : "the section \"" + section.title() + "\"")
                                + ": " + section.lines().size() + " lines are not part of a plan");
            }
        }
        return new TechnicalPlan(summary, stack(facts, file, notes), assumptions(facts));
    }

    private static void fact(Section.Line line, Map<String, String> facts, Notes notes) {
        Matcher fact = FACT.matcher(line.text());
        if (fact.matches()) {
            facts.put(fact.group(1).replaceAll(":$", "").toLowerCase(Locale.ROOT), fact.group(2));
        } else {
            notes.dropped(line.where(), "a line of the technical context that names nothing");
        }
    }

    private static Stack stack(Map<String, String> facts, SourceFile file, Notes notes) {
        Optional<String> language = value(facts, "language")
                .flatMap(said -> LANGUAGE.matcher(said)
                        .results()
                        .findFirst()
                        .map(found -> found.group().toLowerCase(Locale.ROOT)));
        if (language.isEmpty()) {
            return null;
        }
        notes.mapped(file.line(1), "the language is " + language.get());
        return new Stack(
                language.get(),
                value(facts, "dependencies").orElse(null),
                value(facts, "storage").orElse(null));
    }

    private static Optional<String> value(Map<String, String> facts, String word) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getKey().contains(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static List<String> assumptions(Map<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getKey().contains("language")
                        && !fact.getKey().contains("dependencies")
                        && !fact.getKey().contains("storage"))
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .toList();
    }
}
