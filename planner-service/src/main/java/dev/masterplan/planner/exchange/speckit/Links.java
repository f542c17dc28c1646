package dev.masterplan.planner.exchange.speckit;

import dev.masterplan.planner.exchange.foreign.ForeignRequirement;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which scenario shows that which requirement is kept, and which task helps to keep it. A task says so by the key; the
 * rest is found by the words, and noted as a guess.
 */
final class Links {

    private static final Pattern KEY = Pattern.compile("\\b(?:FR|SC|NFR)-\\d{1,4}[a-z]?\\b");
    private static final double SCENARIO = 0.12;
    private static final double TASK = 0.10;

    private final Map<String, ForeignRequirement> requirements = new LinkedHashMap<>();
    private final Map<String, Set<String>> ofStory = new LinkedHashMap<>();
    private final Likeness likeness;
    private final Notes notes;

    Links(Specification specification, Notes notes) {
        this.notes = notes;
        specification.requirements().forEach(each -> requirements.put(each.key(), each));
        this.likeness = new Likeness(Stream.concat(
                        requirements.values().stream().map(ForeignRequirement::sentence),
                        specification.stories().stream().map(Story::words))
                .toList());
        List<ForeignRequirement> written = List.copyOf(requirements.values());
        specification.stories().forEach(story -> criteria(story, written));
        written.forEach(requirement -> story(requirement, specification.stories()));
    }

    List<ForeignRequirement> requirements() {
        return List.copyOf(requirements.values());
    }

    private void criteria(Story story, List<ForeignRequirement> written) {
        List<String> sentences =
                written.stream().map(ForeignRequirement::sentence).toList();
        List<String> alone = new ArrayList<>();
        for (Section.Line scenario : story.scenarios()) {
            int nearest = likeness.nearest(scenario.text(), sentences, SCENARIO);
            if (nearest < 0) {
                alone.add(scenario.text());
            } else {
                String key = written.get(nearest).key();
                requirements.computeIfPresent(key, (k, found) -> found.and(List.of(scenario.text())));
                ofStory.computeIfAbsent(story.number(), number -> new LinkedHashSet<>())
                        .add(key);
                notes.guessed(scenario.where(), "a scenario of " + story.key() + " shows " + key + ", by its words");
            }
        }
        if (!alone.isEmpty()) {
            derive(story, alone);
        }
    }

    private void derive(Story story, List<String> scenarios) {
        String because = "derived: user story" + (story.rank() == null ? "" : ", " + story.rank());
        requirements.put(
                story.key(),
                new ForeignRequirement(
                        story.key(),
                        story.title().isBlank() ? story.key() : story.title(),
                        story.priority(),
                        because,
                        scenarios,
                        story.where()));
        ofStory.computeIfAbsent(story.number(), number -> new LinkedHashSet<>()).add(story.key());
        notes.guessed(
                story.where(),
                story.key() + " becomes a requirement: " + scenarios.size() + " of its scenarios are near to no other");
    }

    private void story(ForeignRequirement requirement, List<Story> stories) {
        int nearest = likeness.nearest(
                requirement.sentence(), stories.stream().map(Story::words).toList(), SCENARIO);
        if (nearest >= 0) {
            ofStory.computeIfAbsent(stories.get(nearest).number(), number -> new LinkedHashSet<>())
                    .add(requirement.key());
        }
    }

    /** Keys of what a task keeps: those that it names, and of its stories those that it speaks of. */
    List<String> of(TaskLine task, List<String> stories) {
        Set<String> keys = new LinkedHashSet<>();
        KEY.matcher(task.text()).results().map(found -> found.group()).forEach(key -> {
            if (requirements.containsKey(key)) {
                keys.add(key);
            } else {
                notes.dropped(task.where(), task.id() + " names " + key + ", which spec.md does not define");
            }
        });
        for (String story : stories) {
            for (String key : ofStory.getOrDefault(story, Set.of())) {
                boolean derived = key.equals("US-" + story);
                if (derived || likeness.of(task.text(), requirements.get(key).sentence()) >= TASK) {
                    keys.add(key);
                }
            }
        }
        return List.copyOf(keys);
    }
}
