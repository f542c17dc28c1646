package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which sentences of a brief are proved by passing tests, from a person's list of them and a real run. */
final class CoverageTable {

    private final String brief;
    private final Generated generated;
    private final Map<String, AcceptanceRun.Outcome> outcomes;
    private final StringBuilder rows = new StringBuilder();
    private int total;
    private int covered;

    CoverageTable(String brief, Generated generated, Map<String, AcceptanceRun.Outcome> outcomes) {
        this.brief = brief;
        this.generated = generated;
        this.outcomes = outcomes;
    }

    void add(BriefSentence sentence) {
        total++;
        List<ReadSentence> found = new ArrayList<>();
        for (BriefSentence.Need need : sentence.needs()) {
            find(need, found).ifPresent(found::add);
        }
        String keys = found.stream().map(r -> r.requirement().key()).distinct().collect(Collectors.joining(", "));
        String tests = found.stream().map(this::tests).distinct().collect(Collectors.joining(", "));
        Optional<String> gap = gap(sentence, found);
        if (gap.isEmpty()) {
            covered++;
        }
        rows.append("| %d | %s | %s | %s |%n"
                .formatted(
                        sentence.line(),
                        sentence.text().replace("|", "\\|"),
                        gap.isEmpty() ? keys : "**not covered**",
                        gap.orElse(tests)));
    }

    private Optional<ReadSentence> find(BriefSentence.Need need, List<ReadSentence> taken) {
        return Forms.covered(generated.discovery()).stream()
                .filter(r -> !taken.contains(r))
                .filter(r -> r.requirement().source().line() == need.line())
                .filter(r -> r.requirement().reading().form().equals(need.form()))
                .filter(r -> r.form().entity().equals(need.entity()))
                .findFirst();
    }

    private Optional<String> gap(BriefSentence sentence, List<ReadSentence> found) {
        if (sentence.needs().isEmpty()) {
            return Optional.of(sentence.reason().isEmpty() ? reason(sentence) : sentence.reason());
        }
        if (found.size() < sentence.needs().size()) {
            return Optional.of("not read: " + reason(sentence));
        }
        for (BriefSentence.Need need : sentence.needs()) {
            List<String> missing = new ArrayList<>(need.fields());
            missing.removeAll(fields(generated.discovery(), need.entity()));
            if (!missing.isEmpty()) {
                return Optional.of("fields not read: " + String.join(", ", missing));
            }
        }
        List<String> red = found.stream()
                .flatMap(r -> specifications(r).stream())
                .map(TestSpecification::id)
                .filter(id ->
                        !outcomes.containsKey(id) || !outcomes.get(id).kind().equals("passed"))
                .toList();
        if (!red.isEmpty()) {
            return Optional.of("red: " + String.join(", ", red));
        }
        return found.stream().anyMatch(r -> specifications(r).isEmpty()) ? Optional.of("no test") : Optional.empty();
    }

    /** What the discovery says of the sentence that it did not read and that shares most words with this one. */
    private String reason(BriefSentence sentence) {
        return generated.discovery().requirements().stream()
                .filter(r -> r.source().line() == sentence.line()
                        && r.coverage().state() == Requirement.Coverage.State.NOT_COVERED)
                .max(Comparator.comparing(r -> shared(r.sentence(), sentence.text())))
                .filter(r -> shared(r.sentence(), sentence.text()) > 1)
                .map(r -> r.coverage().reason())
                .orElse("not part of what the engine reads");
    }

    private static long shared(String some, String others) {
        Set<String> words = new TreeSet<>(List.of(some.toLowerCase(Locale.ROOT).split("\\W+")));
        return Arrays.stream(others.toLowerCase(Locale.ROOT).split("\\W+"))
                .distinct()
                .filter(words::contains)
                .count();
    }

    private static List<String> fields(Discovery discovery, String entity) {
        return discovery.aggregate(entity).stream()
                .flatMap(a -> a.fields().stream())
                .map(Field::name)
                .toList();
    }

    private List<TestSpecification> specifications(ReadSentence read) {
        return generated.specifications().stream()
                .filter(s -> s.requirementId().equals(read.requirement().id()))
                .toList();
    }

    private String tests(ReadSentence read) {
        TreeSet<Integer> numbers = specifications(read).stream()
                .map(s -> Integer.valueOf(s.id().replaceFirst(".*-", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        String prefix = read.requirement().key().replace("R-", "T-");
        return numbers.size() > 1
                ? prefix + "-" + numbers.first() + "…" + numbers.last()
                : numbers.stream().map(n -> prefix + "-" + n).collect(Collectors.joining());
    }

    double rate() {
        return total == 0 ? 0 : (double) covered / total;
    }

    String markdown() {
        return """
                # What the blueprint covers of docs/examples/%s.md

                %d of %d sentences. A person listed the sentences (headings and introductions left out); the blueprint read
                the brief and wrote program and tests; the tests named here passed against the running program.
                `BriefCoverageTest` makes this page and fails when it is out of date.

                | line | sentence | requirements | tests, or why not |
                |---|---|---|---|
                %s""".formatted(brief, covered, total, rows);
    }
}
