package dev.masterplan.blueprint.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence of a brief as a person listed it, and what has to be read from it.
 *
 * @param needs  empty: nothing is read from it
 * @param reason why not, when the person says it; else empty
 */
record BriefSentence(int line, List<Need> needs, String reason, String text) {

    private static final Pattern NEED = Pattern.compile("(\\w+) (\\w+)(?:\\(([\\w ]+)\\))?(?:@(\\d+))?");
    private static final int PARTS = 3;

    /** @param fields that the entity must have; @param line where it is said, when another sentence says it too */
    record Need(String form, String entity, List<String> fields, int line) {}

    static List<BriefSentence> of(String brief) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/coverage", brief + ".txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(BriefSentence::parse)
                .toList();
    }

    private static BriefSentence parse(String line) {
        String[] parts = line.split(" \\| ", PARTS);
        List<Need> needs = new ArrayList<>();
        boolean unread = parts[1].startsWith("-");
        Matcher matcher = NEED.matcher(unread ? "" : parts[1]);
        while (matcher.find()) {
            List<String> fields = matcher.group(PARTS) == null
                    ? List.of()
                    : List.of(matcher.group(PARTS).split(" "));
            int where = Integer.parseInt(matcher.group(4) == null ? parts[0] : matcher.group(4));
            needs.add(new Need(matcher.group(1), matcher.group(2), fields, where));
        }
        return new BriefSentence(
                Integer.parseInt(parts[0]),
                needs,
                unread ? parts[1].substring(1).strip() : "",
                parts[2]);
    }
}
