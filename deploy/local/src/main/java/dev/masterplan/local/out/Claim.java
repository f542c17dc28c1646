package dev.masterplan.local.out;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty repository made in a folder that was missing or empty; taken back, the folder is as it was. */
final class Claim {

    private final Path folder;
    private final Git git;
    private final boolean wasMissing;

    Claim(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
        this.wasMissing = Files.notExists(folder);
    }

    /** @param planFile keeps the plan's id; @param excluded what git leaves out */
    void make(String masterplanId, String planFile, String excluded) {
        try {
            Files.createDirectories(folder);
            git.must("init", "--quiet", "--initial-branch=main");
            Path plan = folder.resolve(planFile);
            Files.createDirectories(plan.getParent());
            Files.writeString(plan, masterplanId + "\n");
            Path exclude = Files.createDirectories(folder.resolve(".git/info")).resolve("exclude");
            Files.writeString(exclude, excluded, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            takeBack();
            throw new OutException(folder + " can't be written: " + e.getMessage());
        } catch (OutException e) {
            takeBack();
            throw e;
        }
    }

    void takeBack() {
        for (String part : List.of(".git", ".masterplan")) {
            remove(folder.resolve(part));
        }
        if (wasMissing) {
            folder.toFile().delete();
        }
    }

    private static void remove(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            tree.toFile().delete();
        }
    }
}
