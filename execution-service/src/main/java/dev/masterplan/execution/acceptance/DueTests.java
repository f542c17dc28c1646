package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.TestSpecification;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** From which wave each test is due: the one where the last of its tasks is done, and every later one. Pure. */
public final class DueTests {

    private final Map<TestSpecification, Integer> fromWave;

    private DueTests(Map<TestSpecification, Integer> fromWave) {
        this.fromWave = fromWave;
    }

    /**
     * Without R-000, which is due after every wave.
     *
     * @param waveByTask 1-based; a test without tasks is due from the last wave
     * @throws IllegalArgumentException when a test names a task that is in no wave
     */
    public static DueTests of(Collection<TestSpecification> tests, Map<UUID, Integer> waveByTask) {
        int last =
                waveByTask.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        Map<TestSpecification, Integer> fromWave = new LinkedHashMap<>();
        for (TestSpecification test : tests) {
            OptionalInt due = test.tasks().stream()
                    .mapToInt(task -> wave(task, waveByTask, test))
                    .max();
            fromWave.put(test, due.orElse(last));
        }
        return new DueTests(fromWave);
    }

    /** Due after that wave, in the order of the specifications. */
    public List<TestSpecification> due(int wave) {
        return fromWave.entrySet().stream()
                .filter(test -> test.getValue() <= wave)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Empty for a test that is not in the plan. */
    public Optional<Integer> dueFrom(String testId) {
        return fromWave.entrySet().stream()
                .filter(test -> test.getKey().id().equals(testId))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static int wave(UUID task, Map<UUID, Integer> waveByTask, TestSpecification test) {
        Integer wave = waveByTask.get(task);
        if (wave == null) {
            throw new IllegalArgumentException(test.id() + " names a task that is in no wave: " + task);
        }
        return wave;
    }
}
