package dev.masterplan.local.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.event.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents name only what exists. */
class DocumentsTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+");
    private static final Pattern KEY = Pattern.compile("masterplan\\.[a-z-]+\\.[a-z.-]*[a-z]");
    private static final Pattern TOPIC = Pattern.compile("(?:execution|review|live|cost)\\.[a-z-]+");
    private static final Pattern CALL = Pattern.compile("(?:GET|POST|PUT|PATCH|DELETE) ([a-z][a-z{}_/-]*)");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

    private final Sources sources = Sources.ofRepository();

    @Test
    void shouldNameOnlyTypesThatExist() {
        Set<String> types = sources.types();

        assertThat(quoted().filter(each -> !decision(each.in()))
                        .filter(each -> TYPE.matcher(each.text()).matches()))
                .filteredOn(each -> !types.contains(each.text()))
                .isEmpty();
    }

    @Test
    void shouldNameOnlyTopicsThatExist() {
        Set<String> topics = Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet());

        assertThat(quoted().filter(each -> TOPIC.matcher(each.text()).matches()))
                .filteredOn(each -> !topics.contains(each.text()))
                .isEmpty();
    }

    @Test
    void shouldNameOnlyConfigurationKeysThatExist() {
        String settings = sources.settings();

        assertThat(quoted().filter(each -> KEY.matcher(each.text()).matches()))
                .filteredOn(each -> Arrays.stream(each.text().split("\\."))
                        .anyMatch(part -> !settings.contains(Sources.flat(part))))
                .isEmpty();
    }

    @Test
    void shouldNameOnlyEndpointsThatExist() {
        Set<String> endpoints = sources.endpoints();

        assertThat(quoted().flatMap(DocumentsTest::calls))
                .filteredOn(each -> !endpoints.contains(Sources.normal(each.text())))
                .isEmpty();
    }

    @Test
    void shouldLinkOnlyToFilesThatExist() {
        assertThat(documents().flatMap(DocumentsTest::links))
                .filteredOn(each -> !Files.exists(each.in().resolveSibling(each.text())))
                .isEmpty();
    }

    private record Mention(Path in, String text) {}

    private Stream<Path> documents() {
        Stream<Path> top =
                Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(Sources.ROOT::resolve);
        List<Path> docs = Sources.walk(Sources.ROOT.resolve("docs"))
                .filter(file -> file.toString().endsWith(".md"))
                .filter(file -> !file.toString().contains("/examples/"))
                .toList();
        return Stream.concat(top, docs.stream());
    }

    /** A decision is a dated record; it may name what it decided against. */
    private static boolean decision(Path document) {
        return document.getParent().endsWith("adr");
    }

    private Stream<Mention> quoted() {
        return documents()
                .flatMap(file ->
                        QUOTED.matcher(Sources.text(file)).results().map(match -> new Mention(file, match.group(1))));
    }

    private static Stream<Mention> calls(Mention quoted) {
        Matcher call = CALL.matcher(quoted.text());
        boolean ofProgram = quoted.in().endsWith("program-interface.md");
        return call.lookingAt() && !ofProgram ? Stream.of(new Mention(quoted.in(), call.group(1))) : Stream.empty();
    }

    private static Stream<Mention> links(Path file) {
        return LINK.matcher(Sources.text(file)).results().map(match -> new Mention(file, match.group(1)));
    }
}
