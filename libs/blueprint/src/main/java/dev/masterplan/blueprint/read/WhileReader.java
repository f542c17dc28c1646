package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.ChangeOnlyWhile;
import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Create an order for a customer, add lines, change quantities, remove lines while the order is NEW". */
final class WhileReader implements FormReader {

    private static final Pattern WHILE = Pattern.compile("(.+?) (?:only )?while (?:the |its )(.+?) is (.+)");
    private static final Pattern MAKE = Pattern.compile("create (an? .+?)(?: for an? .+)?");
    private static final Pattern DO = Pattern.compile("(add|create|change|edit|update|remove|delete) (.+)");
    private static final Pattern PASSIVE = Pattern.compile("(.+?) can (?:only )?be (.+)");
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("add", "create"),
            Map.entry("create", "create"),
            Map.entry("change", "update"),
            Map.entry("edit", "update"),
            Map.entry("update", "update"),
            Map.entry("remove", "delete"),
            Map.entry("delete", "delete"));

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        Refusal refusal = Refusal.of(statement.plain().toLowerCase(Locale.ROOT));
        Matcher found = WHILE.matcher(refusal.text());
        if (!found.matches()) {
            return List.of();
        }
        Optional<Described> owner = words.noun(found.group(2))
                .flatMap(e -> words.adjective(e, found.group(3)).map(where -> new Described(e, where)));
        return owner.map(o -> forms(words, o, found.group(1), refusal.status())).orElse(List.of());
    }

    private static List<SentenceForm> forms(Vocabulary words, Described owner, String text, int status) {
        List<SentenceForm> forms = new ArrayList<>();
        List<String> operations = new ArrayList<>();
        EntityDraft guarded = null;
        for (String part : parts(text)) {
            Matcher make = MAKE.matcher(part);
            if (make.matches() && words.noun(make.group(1)).equals(Optional.of(owner.entity()))) {
                forms.add(new Crud(owner.entity().name(), List.of("create")));
                continue;
            }
            Matcher act = DO.matcher(part);
            Optional<EntityDraft> entity =
                    act.matches() ? things(words, owner.entity(), act.group(2)) : Optional.empty();
            if (entity.isEmpty() || guarded != null && guarded != entity.get()) {
                return List.of();
            }
            guarded = entity.get();
            operations.add(VERBS.get(act.group(1)));
        }
        if (guarded == null) {
            return List.of();
        }
        String via = guarded == owner.entity()
                ? null
                : Vocabulary.reference(guarded, owner.entity()).map(Field::name).orElse(null);
        if (via == null && guarded != owner.entity()) {
            return List.of();
        }
        forms.add(new ChangeOnlyWhile(guarded.name(), via, List.copyOf(operations), owner.where(), status));
        return forms;
    }

    /** "lines can be added and removed" is said as "add lines", "remove lines". */
    private static List<String> parts(String text) {
        Matcher passive = PASSIVE.matcher(text);
        if (!passive.matches()) {
            return List.of(text.split(", and |, | and "));
        }
        List<String> parts = new ArrayList<>();
        for (String verb : passive.group(2).replaceFirst(" only$", "").split(", and |, | and ")) {
            parts.add(Verbs.stem(verb) + " " + passive.group(1));
        }
        return parts;
    }

    /** The entity that is named, or the one whose field is named: "lines", "quantities" of order lines. */
    private static Optional<EntityDraft> things(Vocabulary words, EntityDraft owner, String thing) {
        String singular = thing.replaceFirst("ies$", "y").replaceFirst("(?<!s)s$", "");
        return words.noun(thing)
                .or(() -> words.entities().stream()
                        .filter(e -> Vocabulary.reference(e, owner).isPresent())
                        .filter(e -> Vocabulary.field(e, singular).isPresent())
                        .findFirst());
    }
}
