package dev.masterplan.planner.exchange.foreign;

import dev.masterplan.messaging.plan.Discovery.Stack;
import dev.masterplan.planner.exchange.foreign.ForeignTask.Step;
import dev.masterplan.planner.exchange.source.Notes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The language that most files of a plan are written in. */
public final class StackGuess {

    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("js", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("java", "java"),
            Map.entry("kt", "kotlin"),
            Map.entry("go", "go"),
            Map.entry("rs", "rust"),
            Map.entry("rb", "ruby"),
            Map.entry("php", "php"),
            Map.entry("cs", "csharp"),
            Map.entry("swift", "swift"),
            Map.entry("dart", "dart"),
            Map.entry("c", "c"),
            Map.entry("cpp", "cpp"));

    private StackGuess() {}

    public static Stack ofFiles(List<ForeignStage> stages, Notes notes) {
        String language = stages.stream()
                .flatMap(stage -> stage.tasks().stream())
                .flatMap(task -> task.steps().stream())
                .map(Step::file)
                .filter(Objects::nonNull)
                .map(file -> LANGUAGES.get(file.substring(file.lastIndexOf('.') + 1)))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue))
                .map(Map.Entry::getKey)
                .orElse("unknown");
        notes.guessed("the language is " + language + ", by the endings of the files that are named");
        return new Stack(language, null, null);
    }
}
