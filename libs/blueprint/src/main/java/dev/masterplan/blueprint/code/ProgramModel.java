package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Bonds;
import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Discovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The program that a discovery asks for: its features, referred-to ones first, and the sentences to keep. */
public final class ProgramModel {

    private final Discovery discovery;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final List<ReadSentence> sentences;
    private final Bonds bonds;

    private ProgramModel(Discovery discovery) {
        this.discovery = discovery;
        List<ReadSentence> covered = Forms.covered(discovery);
        Set<String> kept = covered.stream()
                .filter(s -> s.form() instanceof SentenceForm.Entity)
                .map(s -> s.form().entity())
                .collect(Collectors.toSet());
        discovery.aggregates().forEach(a -> visit(a.name(), kept, new ArrayList<>()));
        this.sentences =
                covered.stream().filter(s -> Mentions.known(this, s.form())).toList();
        this.bonds = new Bonds(
                sentences.stream().map(ReadSentence::form).toList(),
                features.values().stream().map(Feature::aggregate).toList());
    }

    public static ProgramModel of(Discovery discovery) {
        return new ProgramModel(discovery);
    }

    public Discovery discovery() {
        return discovery;
    }

    /** In an order in which each comes after what it refers to, cycles left aside. */
    public List<Feature> features() {
        return List.copyOf(features.values());
    }

    /** @throws IllegalArgumentException when the discovery has no such aggregate */
    public Feature feature(String name) {
        Feature feature = features.get(name);
        if (feature == null) {
            throw new IllegalArgumentException("no aggregate " + name);
        }
        return feature;
    }

    /** Whether the named feature is written no later than {@code than}. */
    public boolean isEarlier(String name, Feature than) {
        List<String> order = List.copyOf(features.keySet());
        return order.indexOf(name) <= order.indexOf(than.aggregate().name());
    }

    public List<ReadSentence> sentences() {
        return sentences;
    }

    /** Covered sentences of one form about a feature. */
    public <F extends SentenceForm> List<F> forms(Class<F> type, Feature feature) {
        return sentences.stream()
                .map(ReadSentence::form)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(f -> f.entity().equals(feature.aggregate().name()))
                .toList();
    }

    /** Whether records of a feature change their state: a lifecycle that was put off is not written. */
    public boolean moves(Feature feature) {
        return feature.aggregate().lifecycle() != null
                && !feature.aggregate().lifecycle().transitions().isEmpty()
                && !forms(SentenceForm.Transitions.class, feature).isEmpty();
    }

    /** What holds records of the program to each other. */
    Bonds bonds() {
        return bonds;
    }

    boolean has(String name) {
        return features.containsKey(name);
    }

    /** Whether a field is worked out whenever it is shown, so that no column keeps it. */
    boolean isDerived(Feature feature, String field) {
        return forms(SentenceForm.AmountPerDay.class, feature).stream()
                .anyMatch(f -> f.field().equals(field));
    }

    /** The fields that have a column. */
    List<Field> stored(Feature feature) {
        return feature.fields().stream()
                .filter(f -> !isDerived(feature, f.name()))
                .toList();
    }

    /** The sentence's requirement and those of the definitions whose words it uses. */
    List<UUID> withDefinitions(ReadSentence sentence) {
        List<UUID> kept = new ArrayList<>(List.of(sentence.requirement().id()));
        sentences.stream()
                .filter(s -> s.form() instanceof SentenceForm.Definition d && Forms.uses(sentence.form(), d))
                .forEach(s -> kept.add(s.requirement().id()));
        return kept;
    }

    /**
     * The requirements that describe the entities of a sentence and those that they refer to; where it is more than a
     * description, also those that give its entities their states.
     */
    public List<UUID> descriptions(SentenceForm form) {
        Set<String> mentioned = Mentions.of(this, form);
        Set<String> names = new TreeSet<>();
        mentioned.forEach(name -> closure(name, names));
        boolean plain = form instanceof SentenceForm.Entity || form instanceof SentenceForm.Crud;
        return sentences.stream()
                .filter(s -> s.form() instanceof SentenceForm.Entity
                                && names.contains(s.form().entity())
                        || !plain
                                && s.form() instanceof SentenceForm.Transitions
                                && mentioned.contains(s.form().entity()))
                .map(s -> s.requirement().id())
                .toList();
    }

    private void closure(String name, Set<String> names) {
        if (has(name) && names.add(name)) {
            feature(name).references().forEach(r -> closure(r, names));
        }
    }

    /** Requirements of these forms about a feature. */
    public List<UUID> requirements(Feature feature, List<Class<? extends SentenceForm>> types) {
        return sentences.stream()
                .filter(s -> s.form().entity().equals(feature.aggregate().name()))
                .filter(s -> types.contains(s.form().getClass()))
                .map(s -> s.requirement().id())
                .toList();
    }

    private void visit(String name, Set<String> kept, List<String> path) {
        if (features.containsKey(name) || path.contains(name) || !kept.contains(name)) {
            return;
        }
        discovery.aggregate(name).ifPresent(aggregate -> {
            Feature feature = new Feature(without(aggregate, kept));
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            feature.references().forEach(target -> visit(target, kept, deeper));
            features.put(name, feature);
        });
    }

    /** An aggregate that was put off takes the references to it along. */
    private static Aggregate without(Aggregate a, Set<String> kept) {
        List<Field> fields = a.fields().stream()
                .filter(f -> f.references() == null || kept.contains(f.references()))
                .toList();
        return new Aggregate(a.name(), a.plural(), a.path(), a.context(), fields, a.lifecycle(), a.line());
    }
}
