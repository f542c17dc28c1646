package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A brief cut into sentences, plain text or Markdown.
 *
 * @param title      first heading, empty when there is none
 * @param summary    what the introduction says
 * @param statements everything that is to be read, in order
 */
record BriefText(String title, String summary, List<Statement> statements) {

    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.*?)\\s*#*$");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(.*)$");
    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])(?<!\\be\\.g\\.)(?<!\\bi\\.e\\.)\\s+(?=[A-Z\"'`])");
    private static final Pattern INTRODUCTION =
            Pattern.compile("(?i)^(we (need|want)|I (need|want)|build|write|please|an? .*\\b(wants?|needs?)\\b|"
                    + "(a|an|the) (small |little |simple )?(service|program|tool|app|application)\\b).*");
    private static final Pattern DATA =
            Pattern.compile("(?i).*\\b(data|entities|entity|model|fields|records|things)\\b.*");
    private static final Pattern STACK = Pattern.compile(
            "(?i)^(in )?(python|java|javascript|typescript|go|rust|kotlin|c#|ruby|php)\\b(,? please)?(,? no frameworks?)?\\.?$");

    static BriefText parse(UUID messageId, String text) {
        return new Parser(messageId).parse(text);
    }

    /** Reads line by line; headings change section and priority of what follows. */
    private static final class Parser {
        private final UUID messageId;
        private final List<Statement> statements = new ArrayList<>();
        private final StringBuilder summary = new StringBuilder();
        private String title = "";
        private PriorityWord heading = PriorityWord.none();
        private boolean data;
        private boolean begun;

        Parser(UUID messageId) {
            this.messageId = messageId;
        }

        BriefText parse(String text) {
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                List<String> rows = lines.subList(i, lines.size()).stream()
                        .map(String::strip)
                        .takeWhile(l -> l.startsWith("|"))
                        .toList();
                if (rows.isEmpty()) {
                    line(lines.get(i), i + 1);
                } else {
                    table(rows, i + 1);
                    i += rows.size() - 1;
                }
            }
            return new BriefText(title, summary.toString(), List.copyOf(statements));
        }

        private void line(String line, int number) {
            Matcher headed = HEADING.matcher(line);
            Matcher bullet = BULLET.matcher(line);
            if (headed.matches()) {
                heading(headed.group(1).length(), headed.group(2));
            } else if (bullet.matches()) {
                begun = true;
                bullet(bullet.group(1).strip(), number);
            } else if (!line.isBlank()) {
                paragraph(line.strip(), number);
            }
        }

        private void table(List<String> rows, int number) {
            List<TableLines.EntityLine> entities = TableLines.read(rows, number);
            entities.forEach(e -> add(e.text(), e.sentence(), e.line(), heading, true));
            if (entities.isEmpty()) {
                for (RequirementRows.Row row : RequirementRows.read(rows, number)) {
                    PriorityWord word =
                            row.priority() == null ? PriorityWord.of(row.sentence(), heading) : row.priority();
                    add(row.sentence(), row.sentence(), row.line(), word, data);
                }
            }
        }

        private void heading(int level, String text) {
            if (title.isEmpty() && level == 1) {
                title = text;
            } else {
                begun = true;
            }
            heading = PriorityWord.ofHeading(text);
            data = DATA.matcher(text).matches() && !text.equals(title);
        }

        private void bullet(String text, int number) {
            if (data) {
                add(text, number);
            } else {
                sentences(text).forEach(s -> add(s, number));
            }
        }

        private void paragraph(String text, int number) {
            for (String sentence : sentences(text)) {
                if (STACK.matcher(sentence).matches()
                        || !begun && INTRODUCTION.matcher(sentence).matches()) {
                    summary.append(summary.isEmpty() ? "" : " ").append(sentence);
                } else {
                    add(sentence, number);
                }
            }
        }

        private void add(String sentence, int number) {
            add(PriorityWord.withoutPrefix(sentence), sentence, number, PriorityWord.of(sentence, heading), data);
        }

        private void add(String text, String sentence, int line, PriorityWord word, boolean dataLine) {
            Source source = new Source(messageId, line);
            statements.add(new Statement(text, sentence, source, word.priority(), word.word(), dataLine));
        }

        private static List<String> sentences(String text) {
            return SENTENCE_END
                    .splitAsStream(text)
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        }
    }
}
