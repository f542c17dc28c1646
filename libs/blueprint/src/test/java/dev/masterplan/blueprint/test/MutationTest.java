package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.masterplan.messaging.event.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Broken versions of the generated library (no field type that it leaves unused, no moment that no rule waits for) against
 * its acceptance tests, those nearest to the broken file first; the first red one ends a mutant.
 * {@code -Dmutation.seed=N} takes another sample, {@code -Dmutation.count=0} all of them.
 */
@Tag("slow")
class MutationTest {

    private static final double KILLED = 0.60;
    private static final int SAMPLE = 40;
    private static final long SEED = 20260701;
    private static final String SCRIPT = "src/test/resources/mutation/mutants.py";

    @TempDir
    Path folder;

    private Generated library;
    private Path root;

    /** The control: what is held against mutants is that the program as it is passes every test. */
    @BeforeEach
    void shouldPassEveryTestUnchanged() throws Exception {
        library = Generated.ofExample("library");
        root = library.lay(folder);

        AcceptanceRun run = AcceptanceRun.of(root);

        assertThat(run.outcomes())
                .as(run.output())
                .hasSameSizeAs(library.specifications())
                .allSatisfy((id, outcome) -> assertThat(outcome.kind()).isEqualTo("passed"));
    }

    @Test
    void shouldKillMostMutantsOfTheLibrary() throws Exception {
        // Given
        long seed = Long.getLong("mutation.seed", SEED);
        List<Mutant> mutants = mutants(seed, Integer.getInteger("mutation.count", SAMPLE));

        // When
        List<Mutant.Judged> judged = judged(mutants);

        // Then
        judged.forEach(each -> System.out.println(each));
        long killed = judged.stream().filter(Mutant.Judged::killed).count();
        String found = "seed %d: %d of %d mutants killed (%.0f %%)"
                .formatted(seed, killed, judged.size(), 100.0 * killed / judged.size());
        System.out.println(found);
        assertThat((double) killed / judged.size()).as(found).isGreaterThanOrEqualTo(KILLED);
    }

    /** As many at once as there are cores, each in a tree of its own. */
    private List<Mutant.Judged> judged(List<Mutant> mutants) throws Exception {
        NearestTests order = new NearestTests(library);
        int cores = Runtime.getRuntime().availableProcessors();
        BlockingQueue<Path> trees = new ArrayBlockingQueue<>(cores);
        for (int i = 0; i < cores; i++) {
            trees.add(library.lay(folder.resolve("core" + i)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            List<Future<Mutant.Judged>> results = new ArrayList<>();
            for (Mutant mutant : mutants) {
                List<String> tests = order.first("app/" + mutant.file());
                results.add(threads.submit(() -> judged(mutant, tests, trees)));
            }
            List<Mutant.Judged> judged = new ArrayList<>();
            for (Future<Mutant.Judged> result : results) {
                judged.add(result.get());
            }
            return judged;
        }
    }

    private static Mutant.Judged judged(Mutant mutant, List<String> tests, BlockingQueue<Path> trees) throws Exception {
        Path tree = trees.take();
        try {
            return mutant.judge(tree, tests);
        } finally {
            trees.add(tree);
        }
    }

    private List<Mutant> mutants(long seed, int count) throws Exception {
        Path list = folder.resolve("mutants.json");
        Process process = new ProcessBuilder(
                        "python3", "-I", SCRIPT, root.resolve("app").toString(), "" + seed, "" + count)
                .redirectOutput(list.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Json.mapper().readValue(list.toFile(), new TypeReference<>() {});
    }
}
