package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.AmountPerDay;
import dev.masterplan.blueprint.form.SentenceForm.AtMost;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.CreateOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.CreateUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.DateAfter;
import dev.masterplan.blueprint.form.SentenceForm.DeleteUnlessRelated;
import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.blueprint.form.SentenceForm.SumOfLines;
import dev.masterplan.blueprint.form.SentenceForm.TransitionOnlyIf;
import dev.masterplan.blueprint.form.SentenceForm.Unique;
import dev.masterplan.blueprint.form.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the writer of a sentence's rule; forms that are kept elsewhere (schema, list, states) have none. */
final class RuleWriter {

    private final ProgramModel model;
    private final Set<String> names = new HashSet<>();

    RuleWriter(ProgramModel model) {
        this.model = model;
    }

    Optional<Rule> write(ReadSentence sentence) {
        Optional<Draft> draft = switch (sentence.form()) {
            case AtMost f -> Optional.of(new CreatingRules(model, sentence).atMost(f));
            case CreateOnlyIf f -> Optional.of(new CreatingRules(model, sentence).onlyIf(f));
            case CreateUnlessRelated f -> Optional.of(new CreatingRules(model, sentence).unlessRelated(f));
            case Unique f -> new CreatingRules(model, sentence).unique(f);
            case DeleteUnlessRelated f -> Optional.of(new GuardRules(model, sentence).delete(f));
            case ChangeOnlyWhile f -> Optional.of(new GuardRules(model, sentence).change(f));
            case TransitionOnlyIf f -> Optional.of(new GuardRules(model, sentence).transition(f));
            case DateAfter f -> Optional.of(new ValueRules(model, sentence).dateAfter(f));
            case AmountPerDay f -> Optional.of(new ValueRules(model, sentence).amountPerDay(f));
            case SumOfLines f -> Optional.of(new ValueRules(model, sentence).sum(f));
            case Effect f -> Optional.of(new EffectRules(model, sentence).effect(f));
            case HandOver f -> Optional.of(new EffectRules(model, sentence).handOver(f));
            case Report f -> Optional.of(new ReportRules(model, sentence).report(f));
            case SentenceForm.Entity f -> Optional.empty();
            case SentenceForm.Crud f -> Optional.empty();
            case SentenceForm.Listing f -> Optional.empty();
            case SentenceForm.Search f -> Optional.empty();
            case SentenceForm.Transitions f -> Optional.empty();
            case SentenceForm.FinalState f -> Optional.empty();
            case SentenceForm.DefaultValue f -> Optional.empty();
            case SentenceForm.Definition f -> Optional.empty();
        };
        return draft.map(d -> rule(sentence, d));
    }

    private Rule rule(ReadSentence sentence, Draft drafted) {
        Draft draft = drafted.named(unique(drafted, sentence));
        List<UUID> kept = model.withDefinitions(sentence);
        Link link = new Link(sentence.requirement().key(), draft.title(), kept);
        Part part = new Part(link, draft.imports(), draft.body(), draft.registrations());
        Link testLink = new Link(sentence.requirement().key(), "Try: " + draft.title(), kept);
        Part test = draft.test() == null ? null : new Part(testLink, testImports(draft), draft.test());
        return new Rule(sentence, draft.module(), draft.name(), part, test);
    }

    /** Two sentences that would give one function name: the later one carries its number. */
    private String unique(Draft draft, ReadSentence sentence) {
        String place = sentence.form().entity() + "/" + draft.module() + "/" + draft.name();
        return names.add(place)
                ? draft.name()
                : draft.name() + "_" + Words.snake(sentence.requirement().key()).replace("_", "");
    }

    private static List<String> testImports(Draft draft) {
        List<String> imports = new ArrayList<>(draft.testImports());
        if (draft.test().contains("clock.")) {
            imports.add(RuleFamily.CLOCK);
        }
        return imports;
    }

    /** What a family's writer says of one rule. */
    record Draft(
            String module,
            String name,
            String title,
            List<String> imports,
            String body,
            List<String> registrations,
            List<String> testImports,
            String test) {

        /** The same under another function name. */
        Draft named(String other) {
            return other.equals(name)
                    ? this
                    : new Draft(
                            module,
                            other,
                            title,
                            imports,
                            renamed(body, other),
                            registrations.stream().map(r -> renamed(r, other)).toList(),
                            testImports,
                            test == null ? null : renamed(test, other));
        }

        private String renamed(String code, String other) {
            return code.replaceAll(
                    "\\b((?:test_)?)" + name + "((?:_again|_taken_back_first)?)\\b", "$1" + other + "$2");
        }
    }
}
