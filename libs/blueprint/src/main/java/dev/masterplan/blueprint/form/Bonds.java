package dev.masterplan.blueprint.form;

import dev.masterplan.blueprint.form.SentenceForm.Effect;
import dev.masterplan.blueprint.form.SentenceForm.HandOver;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.Lifecycle;
import dev.masterplan.messaging.plan.Aggregate.Transition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What holds a record to others because sentences left something there: a reference by which a sentence set a field of
 * another record stays as it is, and while a later step of the record still has to take that back, the record stays too.
 */
public final class Bonds {

    private static final String CREATE = "create";

    private final List<SentenceForm> forms;
    private final Map<String, Aggregate> aggregates = new HashMap<>();

    /** @param forms the sentences in force */
    public Bonds(Collection<? extends SentenceForm> forms, Collection<Aggregate> aggregates) {
        this.forms = List.copyOf(forms);
        aggregates.forEach(a -> this.aggregates.put(a.name(), a));
    }

    /**
     * What a sentence leaves on another record.
     *
     * @param entity whose record leaves it
     * @param on     {@code create} or a transition of the entity
     * @param via    reference of the entity to the other record
     * @param target aggregate of the other record
     */
    public record Mark(String entity, String on, String via, String target, String field, String value) {

        private boolean sameField(Mark other) {
            return entity.equals(other.entity) && via.equals(other.via) && field.equals(other.field);
        }
    }

    /** What the sentence leaves on another record, if it does. */
    public Optional<Mark> mark(SentenceForm form) {
        return switch (form) {
            case Effect f
            when f.via() != null ->
                target(f.entity(), f.via())
                        .map(a -> new Mark(f.entity(), f.on(), f.via(), a.name(), f.field(), f.value()));
            case HandOver f
            when f.targetItem() != null && f.itemState() != null ->
                target(f.entity(), f.item())
                        .flatMap(a -> having(a, f.itemState())
                                .map(field -> new Mark(
                                        f.target(), f.transition(), f.targetItem(), a.name(), field, f.itemState())));
            default -> Optional.empty();
        };
    }

    /** The references of an entity that can't be changed once a record is made. */
    public Set<String> fixed(String entity) {
        Set<String> fixed = new TreeSet<>();
        for (SentenceForm form : forms) {
            mark(form).filter(m -> m.entity().equals(entity)).ifPresent(m -> fixed.add(m.via()));
            if (form instanceof HandOver f) {
                if (f.entity().equals(entity)) {
                    fixed.add(f.item());
                }
                if (f.target().equals(entity)) {
                    fixed.add(f.targetMatch());
                }
            }
        }
        return fixed;
    }

    /** The states in which a record can't be deleted, because a step of it still has to take back what it left. */
    public Set<String> held(String entity) {
        Set<String> held = new TreeSet<>();
        forms.stream()
                .flatMap(f -> mark(f).stream())
                .filter(m -> m.entity().equals(entity))
                .forEach(m -> held.addAll(held(m)));
        return held;
    }

    /** Those of the states that are there for this mark. */
    public Set<String> held(Mark mark) {
        Aggregate aggregate = aggregates.get(mark.entity());
        Set<String> held = new TreeSet<>();
        if (aggregate == null
                || aggregate.lifecycle() == null
                || mark.value().equals(resting(aggregates.get(mark.target()), mark.field()))) {
            return held;
        }
        List<Mark> all = marks().filter(mark::sameField).toList();
        Lifecycle lifecycle = aggregate.lifecycle();
        last(lifecycle, all).forEach((state, marks) -> {
            if (marks.contains(mark) && isTakenBackFrom(state, lifecycle, all, mark)) {
                held.add(state);
            }
        });
        return held;
    }

    /** What the field is when nothing happened; null when nobody says. */
    private static String resting(Aggregate target, String field) {
        if (target.lifecycle() != null && target.lifecycle().field().equals(field)) {
            return target.lifecycle().initial();
        }
        return target.field(field).map(Field::defaultValue).orElse(null);
    }

    /** By state, the marks that can be the last ones there. */
    private static Map<String, Set<Mark>> last(Lifecycle lifecycle, List<Mark> marks) {
        Map<String, Set<Mark>> last = new HashMap<>();
        last.put(lifecycle.initial(), new HashSet<>(on(marks, CREATE)));
        Deque<String> open = new ArrayDeque<>(List.of(lifecycle.initial()));
        while (!open.isEmpty()) {
            String state = open.poll();
            for (Transition step : lifecycle.transitions()) {
                if (step.from().contains(state)) {
                    List<Mark> own = on(marks, step.name());
                    Collection<Mark> after = own.isEmpty() ? Set.copyOf(last.get(state)) : own;
                    boolean isNew = !last.containsKey(step.to());
                    if (last.computeIfAbsent(step.to(), s -> new HashSet<>()).addAll(after) || isNew) {
                        open.add(step.to());
                    }
                }
            }
        }
        return last;
    }

    private static boolean isTakenBackFrom(String start, Lifecycle lifecycle, List<Mark> marks, Mark mark) {
        Set<String> seen = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String state = open.poll();
            for (Transition step : lifecycle.transitions()) {
                if (step.from().contains(state)) {
                    if (on(marks, step.name()).stream().anyMatch(m -> !m.value().equals(mark.value()))) {
                        return true;
                    }
                    if (seen.add(step.to())) {
                        open.add(step.to());
                    }
                }
            }
        }
        return false;
    }

    private static List<Mark> on(List<Mark> marks, String moment) {
        return marks.stream().filter(m -> m.on().equals(moment)).toList();
    }

    private Stream<Mark> marks() {
        return forms.stream().flatMap(f -> mark(f).stream());
    }

    private Optional<Aggregate> target(String entity, String via) {
        return Optional.ofNullable(aggregates.get(entity))
                .flatMap(a -> a.field(via))
                .map(Field::references)
                .map(aggregates::get);
    }

    private static Optional<String> having(Aggregate aggregate, String value) {
        return aggregate.fields().stream()
                .filter(f -> f.values().contains(value))
                .map(Field::name)
                .findFirst()
                .or(() -> Optional.ofNullable(aggregate.lifecycle())
                        .filter(l -> l.states().contains(value))
                        .map(Lifecycle::field));
    }
}
