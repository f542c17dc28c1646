package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of one brief: its entities, their fields and states, and adjectives that sentences defined. */
final class Vocabulary {

    private final Map<String, EntityDraft> entities = new LinkedHashMap<>();
    private final Map<String, Map<String, List<Condition>>> adjectives = new LinkedHashMap<>();

    void add(EntityDraft entity) {
        entities.putIfAbsent(entity.name(), entity);
    }

    Collection<EntityDraft> entities() {
        return entities.values();
    }

    Optional<EntityDraft> entity(String name) {
        return Optional.ofNullable(entities.get(name));
    }

    /** The entity that a noun names, singular or plural: "loans", "a loan", "order lines". */
    Optional<EntityDraft> noun(String text) {
        String noun = withoutArticle(text);
        return entities.values().stream()
                .filter(e -> noun.equals(e.spoken()) || noun.equals(e.plural()))
                .findFirst()
                .or(() -> lastWord(noun));
    }

    /** "lines" for the order line, when only one entity ends that way. */
    private Optional<EntityDraft> lastWord(String noun) {
        List<EntityDraft> found = entities.values().stream()
                .filter(e -> e.spoken().endsWith(" " + noun) || e.plural().endsWith(" " + noun))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Regular expression of all nouns, longest first; matches nothing when there are none. */
    String nouns() {
        return alternatives(entities.values().stream()
                .flatMap(e -> List.of(e.plural(), e.spoken()).stream())
                .toList());
    }

    /** The field of an entity that people call so; references without "id", articles and possessives ignored. */
    static Optional<Field> field(EntityDraft entity, String text) {
        String label = withoutArticle(text).replace("e-mail", "email");
        String bare = label.replaceFirst(" (?:date|day|time)$", "");
        return entity.fields().stream()
                .filter(f -> label.equals(f.label())
                        || label.equals(f.name().replace('_', ' '))
                        || label.equals(f.label() + "s")
                        || f.label().equals(label + "s")
                        || f.label().equals(bare + " on")
                        || f.label().equals(bare + " at"))
                .findFirst();
    }

    /** The reference field of {@code entity} that leads to {@code target}. */
    static Optional<Field> reference(EntityDraft entity, EntityDraft target) {
        return entity.fields().stream()
                .filter(f -> f.type() == FieldType.REFERENCE && target.name().equals(f.references()))
                .findFirst();
    }

    void define(EntityDraft entity, String word, List<Condition> where) {
        adjectives.computeIfAbsent(entity.name(), k -> new LinkedHashMap<>()).put(word, where);
    }

    /** What "open", "overdue", "inactive" or "on loan" says of an entity's record. */
    Optional<List<Condition>> adjective(EntityDraft entity, String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        List<Condition> defined =
                adjectives.getOrDefault(entity.name(), Map.of()).get(word);
        if (defined != null) {
            return Optional.of(defined);
        }
        return state(entity, word).or(() -> choice(entity, word)).or(() -> flag(entity, word));
    }

    private static Optional<List<Condition>> state(EntityDraft entity, String word) {
        return entity.states().stream()
                .filter(s -> s.equalsIgnoreCase(word))
                .findFirst()
                .map(s -> List.of(new Condition(entity.stateField(), Condition.Op.EQ, s)));
    }

    private static Optional<List<Condition>> choice(EntityDraft entity, String word) {
        return entity.fields().stream()
                .flatMap(f -> f.values().stream()
                        .filter(v -> v.equalsIgnoreCase(word))
                        .map(v -> List.of(new Condition(f.name(), Condition.Op.EQ, v))))
                .findFirst();
    }

    private static Optional<List<Condition>> flag(EntityDraft entity, String word) {
        return entity.fields().stream()
                .filter(f -> f.type() == FieldType.BOOLEAN)
                .filter(f -> word.equals(f.label()) || word.equals("in" + f.label()) || word.equals("not " + f.label()))
                .findFirst()
                .map(f -> List.of(new Condition(f.name(), Condition.Op.EQ, word.equals(f.label()) ? "true" : "false")));
    }

    static String withoutArticle(String text) {
        return text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:an?|the|its|their|each|every|all|his|her|this|that) ", "")
                .strip();
    }

    static String alternatives(Collection<String> words) {
        if (words.isEmpty()) {
            return "(?!)";
        }
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return sorted.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
}
