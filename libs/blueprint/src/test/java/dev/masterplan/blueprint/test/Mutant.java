package dev.masterplan.blueprint.test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A program with one place of one file broken. */
record Mutant(String file, int line, String kind, String before, String after, String content) {

    /**
     * Python takes a compiled file for current when second and size of its source are those that it was made of, so that
     * each mutant needs a second of its own: one that was made of the last mutant would be run for the next.
     */
    private static final AtomicLong CHANGED = new AtomicLong(4_000_000_000L);

    /**
     * @param by   the test that failed first, null when all passed
     * @param rank how many tests had been asked then
     */
    record Judged(Mutant mutant, String by, AcceptanceRun.Outcome outcome, int rank) {

        /** Only an assertion says that the program does something else; a test that did not run says nothing. */
        boolean killed() {
            return by != null && outcome.kind().equals("assertion");
        }

        @Override
        public String toString() {
            if (by == null) {
                return "survived    " + mutant;
            }
            String why =
                    killed() ? "" : ": " + outcome.text().lines().findFirst().orElse("");
            return "%s %s by %s, test %d%s".formatted(killed() ? "killed     " : "not judged ", mutant, by, rank, why);
        }
    }

    /** Runs these tests against the broken program; the tree is as it was afterwards. */
    Judged judge(Path tree, List<String> tests) throws Exception {
        Path broken = tree.resolve("app").resolve(file);
        String original = Files.readString(broken);
        FileTime since = Files.getLastModifiedTime(broken);
        Files.writeString(broken, content);
        Files.setLastModifiedTime(broken, FileTime.from(CHANGED.getAndIncrement(), TimeUnit.SECONDS));
        try {
            return judged(
                    AcceptanceRun.of(tree, "--fail-fast", "--jobs", "1", "--only", String.join(",", tests)), tests);
        } finally {
            Files.writeString(broken, original);
            Files.setLastModifiedTime(broken, since);
        }
    }

    /** A run that ends without saying which test is red proves nothing of the mutant. */
    private Judged judged(AcceptanceRun run, List<String> tests) {
        int rank = 0;
        for (Map.Entry<String, AcceptanceRun.Outcome> each : run.outcomes().entrySet()) {
            rank++;
            if (!each.getValue().kind().equals("passed")) {
                return new Judged(this, each.getKey(), each.getValue(), rank);
            }
        }
        if (run.exit() != 0 || !run.outcomes().keySet().containsAll(tests)) {
            throw new AssertionError(this + ": the runner broke (exit " + run.exit() + ")\n" + run.output());
        }
        return new Judged(this, null, null, rank);
    }

    @Override
    public String toString() {
        return "%s:%d %s: %s → %s".formatted(file, line, kind, before, after);
    }
}
