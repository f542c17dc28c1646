package dev.masterplan.blueprint.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.masterplan.messaging.event.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    private record Mutant(String file, int line, String kind, String before, String after, String content) {
        @Override
        public String toString() {
            return "%s:%d %s: %s → %s".formatted(file, line, kind, before, after);
        }
    }

    @Test
    void shouldKillMostMutantsOfTheLibrary() throws Exception {
        // Given
        long seed = Long.getLong("mutation.seed", SEED);
        Generated library = Generated.ofExample("library");
        Path root = library.lay(folder);
        NearestTests nearest = new NearestTests(library);
        List<Mutant> mutants = mutants(root, seed, Integer.getInteger("mutation.count", SAMPLE));
        List<Mutant> survivors = new ArrayList<>();

        // When
        for (Mutant mutant : mutants) {
            if (survives(root, mutant, nearest.first("app/" + mutant.file()))) {
                survivors.add(mutant);
                System.out.println("survived  " + mutant);
            }
        }

        // Then
        double killed = 1 - (double) survivors.size() / mutants.size();
        System.out.printf(
                "seed %d: %d of %d mutants killed (%.0f %%)%n",
                seed, mutants.size() - survivors.size(), mutants.size(), killed * 100);
        assertThat(killed).as("seed %d, survivors %s", seed, survivors).isGreaterThanOrEqualTo(KILLED);
    }

    private static boolean survives(Path root, Mutant mutant, List<String> tests) throws Exception {
        Path file = root.resolve("app").resolve(mutant.file());
        String original = Files.readString(file);
        Files.writeString(file, mutant.content());
        try {
            return AcceptanceRun.of(root, "--fail-fast", "--only", String.join(",", tests))
                            .exit()
                    == 0;
        } finally {
            Files.writeString(file, original);
        }
    }

    private List<Mutant> mutants(Path root, long seed, int count) throws Exception {
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
