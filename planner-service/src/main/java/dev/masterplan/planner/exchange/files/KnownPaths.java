package dev.masterplan.planner.exchange.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All files that an import names with their folders: a name without folders is the one of them that ends in it. */
public final class KnownPaths {

    private static final Set<String> OFTEN_AT_THE_ROOT = Set.of(
            "readme.md",
            "package.json",
            "tsconfig.json",
            "pyproject.toml",
            "makefile",
            "dockerfile",
            "license",
            ".gitignore",
            "changelog.md",
            "contributing.md",
            "__init__.py",
            "pom.xml",
            "go.mod",
            "cargo.toml");

    private final Map<String, Set<String>> byName = new HashMap<>();

    /** @param text all of the files' text */
    public KnownPaths(String text) {
        text.lines()
                .flatMap(line -> NamedFiles.in(line).stream())
                .map(Mention::path)
                .forEach(path -> {
                    if (path.contains("/")) {
                        byName.computeIfAbsent(FileName.last(path), name -> new HashSet<>())
                                .add(path);
                    }
                });
    }

    /** The files that a text names, with their folders where these are known. */
    public List<Mention> in(String text) {
        return NamedFiles.in(text).stream().map(this::settled).toList();
    }

    private Mention settled(Mention mention) {
        if (mention.path().contains("/")
                || OFTEN_AT_THE_ROOT.contains(mention.path().toLowerCase(Locale.ROOT))) {
            return mention;
        }
        Set<String> paths = byName.getOrDefault(mention.path(), Set.of());
        return paths.size() == 1
                ? new Mention(
                        paths.iterator().next(),
                        mention.written(),
                        "named here without its folders, elsewhere with them")
                : new Mention(mention.path(), mention.written(), "a name without folders: taken as one at the root");
    }
}
