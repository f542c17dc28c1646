package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Discovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The program that a discovery asks for: its features, referred-to ones first, and the sentences to keep. */
public final class ProgramModel {

    private final Discovery discovery;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final List<ReadSentence> sentences;

    private ProgramModel(Discovery discovery) {
        this.discovery = discovery;
        this.sentences = Forms.covered(discovery);
        discovery.aggregates().forEach(a -> visit(a.name(), new ArrayList<>()));
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

    /** Requirements of these forms about a feature. */
    public List<UUID> requirements(Feature feature, List<Class<? extends SentenceForm>> types) {
        return sentences.stream()
                .filter(s -> s.form().entity().equals(feature.aggregate().name()))
                .filter(s -> types.contains(s.form().getClass()))
                .map(s -> s.requirement().id())
                .toList();
    }

    private void visit(String name, List<String> path) {
        if (features.containsKey(name) || path.contains(name)) {
            return;
        }
        discovery.aggregate(name).ifPresent(aggregate -> {
            Feature feature = new Feature(aggregate);
            List<String> deeper = new ArrayList<>(path);
            deeper.add(name);
            feature.references().forEach(target -> visit(target, deeper));
            features.put(name, feature);
        });
    }
}
