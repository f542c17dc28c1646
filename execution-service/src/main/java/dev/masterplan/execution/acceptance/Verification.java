package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.Required;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs a run's acceptance tests against a folder as it is; the tests are the run's, whatever the folder brings. */
public final class Verification {

    private static final long MAX_BYTES = 50L * 1024 * 1024;
    private static final int MAX_FILES = 20_000;

    private final AcceptanceRunner runner;

    public Verification(AcceptanceRunner runner) {
        this.runner = runner;
    }

    /** @param acceptanceDiffers the folder brought other acceptance files than the run's; they were ignored */
    public record Verified(List<TestResult> results, boolean acceptanceDiffers, List<String> differing) {
        public Verified {
            results = Required.copy(results);
            differing = Required.copy(differing);
        }

        public boolean passed() {
            return results.stream().allMatch(TestResult::passed);
        }
    }

    /**
     * Blocks until the tests have ended; stores nothing.
     *
     * @param tar             the folder, without {@code .git}
     * @param acceptanceFiles the run's own, by path
     * @throws BadArchiveException when the stream is no folder that may be tested
     */
    public Verified verify(
            InputStream tar, Map<String, byte[]> acceptanceFiles, Manifest manifest, Set<String> testIds) {
        Map<String, byte[]> tree = new TreeMap<>(TarFolder.read(tar, MAX_BYTES, MAX_FILES));
        List<String> differing = manifest.differences(tree);
        tree.keySet().removeIf(path -> path.startsWith(AcceptanceSuite.FOLDER));
        tree.putAll(acceptanceFiles);
        return new Verified(runner.run(tree, manifest, testIds), !differing.isEmpty(), differing);
    }
}
