package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Bonds;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.BoundedContext;
import dev.masterplan.messaging.plan.Discovery.Noted;
import dev.masterplan.messaging.plan.Discovery.UnreadSentence;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what was read as a discovery; ids are made from the message and the requirement's key. */
final class DiscoveryWriter {

    private final UUID messageId;
    private final BriefText text;
    private final List<Statement> statements;
    private final Vocabulary words;
    private final Map<Statement, List<SentenceForm>> read;

    /** @param statements the sentences, cut into clauses where two rules met */
    DiscoveryWriter(
            UUID messageId,
            BriefText text,
            List<Statement> statements,
            Vocabulary words,
            Map<Statement, List<SentenceForm>> read) {
        this.messageId = messageId;
        this.text = text;
        this.statements = statements;
        this.words = words;
        this.read = read;
    }

    Discovery write() {
        Language language = Language.of(text);
        String domain = domain();
        List<Aggregate> aggregates =
                words.entities().stream().map(e -> e.aggregate(domain)).toList();
        return new Discovery(
                domain,
                summary(),
                language.stack(),
                requirements(),
                aggregates.isEmpty()
                        ? List.of()
                        : List.of(new BoundedContext(
                                domain, aggregates.stream().map(Aggregate::name).toList())),
                aggregates,
                List.of(),
                events(aggregates),
                List.of(),
                assumptions(language, aggregates),
                language.questions(),
                List.of(),
                Conventions.SENTENCES,
                unread());
    }

    private List<String> assumptions(Language language, List<Aggregate> aggregates) {
        List<String> assumptions = new ArrayList<>(language.assumptions());
        words.entities().forEach(entity -> assumptions.addAll(entity.assumptions()));
        Bonds bonds = new Bonds(read.values().stream().flatMap(List::stream).toList(), aggregates);
        words.entities().forEach(entity -> assumptions.addAll(bonds(bonds, entity)));
        return assumptions;
    }

    /** What follows from sentences that leave something on another record: a reference, or the record, stays. */
    private static List<String> bonds(Bonds bonds, EntityDraft entity) {
        List<String> assumptions = new ArrayList<>();
        for (String field : bonds.fixed(entity.name())) {
            entity.field(field)
                    .filter(f -> !f.computed())
                    .ifPresent(f -> assumptions.add(
                            "The %s of each %s can't be changed once it is made (409): other sentences go by it."
                                    .formatted(f.label(), entity.spoken())));
        }
        bonds.held(entity.name())
                .forEach(state -> assumptions.add(
                        "No %s that is %s can be deleted (409): a step of it still takes back what was done to another."
                                .formatted(entity.spoken(), state)));
        return assumptions;
    }

    private String domain() {
        String title = text.title()
                .replaceAll("\\(.*\\)", "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        if (!title.isEmpty()) {
            return title.length() > 80 ? title.substring(0, 80) : title;
        }
        return words.entities().stream()
                .findFirst()
                .map(e -> e.name() + " service")
                .orElse("Unnamed");
    }

    private String summary() {
        return text.summary().isEmpty() ? domain() : text.summary();
    }

    private List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (Statement statement : statements) {
            List<SentenceForm> forms = read.get(statement);
            if (forms == null) {
                requirements.add(requirement(requirements.size() + 1, statement, null));
            } else {
                forms.forEach(form -> requirements.add(requirement(requirements.size() + 1, statement, form)));
            }
        }
        return requirements;
    }

    private Requirement requirement(int number, Statement statement, SentenceForm form) {
        String key = "R-%03d".formatted(number);
        UUID id = UUID.nameUUIDFromBytes((messageId + "/" + key).getBytes(StandardCharsets.UTF_8));
        return new Requirement(
                id,
                key,
                statement.sentence(),
                statement.source(),
                statement.priority(),
                statement.priorityWord(),
                form == null ? null : Criterion.of(form),
                form == null ? null : Forms.reading(form),
                coverage(statement, form));
    }

    private Coverage coverage(Statement statement, SentenceForm form) {
        if (form == null) {
            return Coverage.notCovered(NotYet.reason(statement.text()));
        }
        return form instanceof SentenceForm.Definition word && !used(word)
                ? Coverage.notCovered("no other sentence uses the word \"" + word.word() + "\"")
                : Coverage.covered();
    }

    private boolean used(SentenceForm.Definition word) {
        return read.values().stream().flatMap(List::stream).anyMatch(form -> Forms.uses(form, word));
    }

    private List<UnreadSentence> unread() {
        return statements.stream()
                .filter(s -> !read.containsKey(s))
                .map(s -> new UnreadSentence(s.sentence(), s.source(), s.priority(), FormExample.nearest(s.text())))
                .toList();
    }

    private static List<Noted> events(List<Aggregate> aggregates) {
        return aggregates.stream()
                .filter(a -> a.lifecycle() != null)
                .flatMap(a -> a.lifecycle().transitions().stream()
                        .map(t -> new Noted(a.name() + " " + t.to(), "after POST /" + a.path() + "/{id}/" + t.name())))
                .toList();
    }
}
