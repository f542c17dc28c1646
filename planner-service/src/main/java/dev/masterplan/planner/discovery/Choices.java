package dev.masterplan.planner.discovery;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.Question;
import dev.masterplan.planner.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Options that a person chose for questions of a discovery, by question id. */
public record Choices(Map<String, String> options) {

    private static final String SEPARATOR = ": ";

    public Choices {
        if (options == null || options.isEmpty()) {
            throw Refusal.invalid("answers are empty");
        }
        options = new LinkedHashMap<>(options);
    }

    /** A discovery that was read again, with the answers that were given before. */
    public static Discovery carried(Discovery before, Discovery after) {
        Map<String, String> answers = before.questions().stream()
                .filter(question -> question.answer() != null)
                .collect(Collectors.toMap(Question::id, Question::answer));
        return answers.isEmpty() ? after : new Choices(answers).applyTo(after);
    }

    /** The inverse of {@link #text}. */
    public static Choices parse(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        text.lines().map(line -> line.split(SEPARATOR, 2)).forEach(parts -> options.put(parts[0], parts[1]));
        return new Choices(options);
    }

    /** One {@code id: option} a line. */
    public String text() {
        return options.entrySet().stream()
                .map(choice -> choice.getKey() + SEPARATOR + choice.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** @throws Refusal when a question is not asked or an option is not offered */
    public void refuseUnknown(Discovery discovery) {
        Map<String, Question> asked =
                discovery.questions().stream().collect(Collectors.toMap(Question::id, question -> question));
        options.forEach((id, option) -> {
            Question question = asked.get(id);
            if (question == null) {
                throw Refusal.invalid("no question \"" + id + "\" is asked");
            }
            if (!question.options().contains(option)) {
                throw Refusal.invalid("question " + id + " offers " + question.options());
            }
        });
    }

    /** The same discovery with these answers. */
    public Discovery applyTo(Discovery d) {
        List<Question> answered = d.questions().stream().map(this::answered).toList();
        return Revision.withQuestions(d, answered);
    }

    private Question answered(Question q) {
        String option = options.get(q.id());
        return option == null ? q : new Question(q.id(), q.text(), q.options(), q.recommended(), option);
    }
}
