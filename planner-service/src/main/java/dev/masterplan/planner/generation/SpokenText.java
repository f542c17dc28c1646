package dev.masterplan.planner.generation;

import dev.masterplan.planner.discovery.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A brief line by line, with the sentences of a talk that may replace some of it or stand below it. */
final class SpokenText {

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z])");
    private static final Pattern BULLET = Pattern.compile("^\\s*[-*+]\\s+");

    private final List<String> brief;
    private final List<Sentence> said;
    private final List<String> settled;

    private SpokenText(List<String> brief, List<Sentence> said) {
        this.brief = brief;
        this.said = said;
        this.settled = new ArrayList<>(brief);
    }

    /**
     * @param line   1-based, in the brief with all of the talk below it
     * @param inTalk 1-based, in the talk
     */
    record Sentence(String text, int line, int inTalk) {}

    static SpokenText of(String brief, String talk) {
        List<String> lines = new ArrayList<>(brief.lines().toList());
        if (!lines.contains(Reading.SAID_LATER)) {
            lines.addAll(List.of("", Reading.SAID_LATER));
        }
        List<Sentence> said = new ArrayList<>();
        List<String> talkLines = talk.lines().toList();
        for (int i = 0; i < talkLines.size(); i++) {
            for (String sentence : sentences(talkLines.get(i)).toList()) {
                said.add(new Sentence(sentence, lines.size() + said.size() + 1, i + 1));
            }
        }
        return new SpokenText(lines, said);
    }

    private static Stream<String> sentences(String line) {
        return SENTENCE_END
                .splitAsStream(BULLET.matcher(line).replaceFirst(""))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty());
    }

    List<Sentence> said() {
        return said;
    }

    int firstSaidLine() {
        return brief.size() + 1;
    }

    /** The brief with all of the talk below it. */
    String withAll() {
        return String.join(
                "\n",
                Stream.concat(brief.stream(), said.stream().map(SpokenText::bullet))
                        .toList());
    }

    boolean holds(int line, String sentence) {
        return settled.get(line - 1).contains(sentence);
    }

    void replace(int line, String sentence, Sentence by) {
        settled.set(line - 1, settled.get(line - 1).replace(sentence, by.text()));
    }

    void add(Sentence sentence) {
        settled.add(bullet(sentence));
    }

    /** The brief with what was understood of the talk. */
    String settled() {
        return String.join("\n", settled);
    }

    /** Where the sentence was said; the first line when its words are not found. */
    int lineInTalk(String sentence) {
        return said.stream()
                .filter(each -> each.text().equals(sentence))
                .mapToInt(Sentence::inTalk)
                .findFirst()
                .orElse(1);
    }

    private static String bullet(Sentence sentence) {
        return "- " + sentence.text();
    }
}
