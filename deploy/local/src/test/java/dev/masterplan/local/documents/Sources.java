package dev.masterplan.local.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What exists in the repository, read from its sources. */
final class Sources {

    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final List<String> ROOMS =
            List.of("libs", "deploy", "planner-service", "execution-service", "review-service", "gateway-service");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
    private static final Pattern PATH =
            Pattern.compile("@Path\\(\"([^\"]*)\"\\)|@(?:WebSocket|Route)\\(path = \"([^\"]*)\"");
    private static final Pattern ROUTE = Pattern.compile("router\\.get\\(\"([^\"]+)\"");
    private static final Pattern CLASS = Pattern.compile("\\b(?:class|interface) [A-Z]");

    private final List<Path> files;

    private Sources(List<Path> files) {
        this.files = files;
    }

    static Sources ofRepository() {
        return new Sources(
                ROOMS.stream().flatMap(room -> walk(ROOT.resolve(room))).toList());
    }

    static Stream<Path> walk(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/node_modules/"))
                    .filter(Files::isRegularFile)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> texts(String ending) {
        return files.stream().filter(file -> file.toString().endsWith(ending)).map(Sources::text);
    }

    /** Simple names of all Java types, nested ones too. */
    Set<String> types() {
        return texts(".java")
                .flatMap(text -> TYPE.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that could name a configuration key, without punctuation and in lower case. */
    String settings() {
        return Stream.concat(texts(".properties"), texts(".java"))
                .map(Sources::flat)
                .collect(Collectors.joining("\n"));
    }

    /** A key or name as it compares: {@code token-location} and {@code tokenLocation} are one. */
    static String flat(String name) {
        return name.replace("-", "").toLowerCase();
    }

    /** Paths of all resources, without the common prefix; variables are {@code {}}. */
    Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        texts(".java")
                .filter(text -> text.contains("@Path(") || text.contains("@WebSocket"))
                .forEach(text -> {
                    Matcher type = CLASS.matcher(text);
                    int body = type.find() ? type.start() : 0;
                    String base = PATH.matcher(text.substring(0, body))
                            .results()
                            .map(Sources::path)
                            .findFirst()
                            .orElse("");
                    endpoints.add(normal(base));
                    PATH.matcher(text.substring(body))
                            .results()
                            .map(Sources::path)
                            .forEach(path -> endpoints.add(normal(base + "/" + path)));
                });
        texts(".java")
                .flatMap(text -> ROUTE.matcher(text).results())
                .forEach(route -> endpoints.add(normal(route.group(1))));
        return endpoints;
    }

    private static String path(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    static String normal(String path) {
        String plain = path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceAll("^/|/$", "");
        return plain.replaceFirst("^api/v1/?", "");
    }
}
