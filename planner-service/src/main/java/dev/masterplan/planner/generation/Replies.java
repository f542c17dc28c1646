package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Discovery.UnreadSentence;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import dev.masterplan.planner.masterplan.PlanContent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the assistant says. It speaks as rules do: what was read, what was not, and what would be understood. */
final class Replies {

    static final String NO_BRIEF = "There is no brief to work on here: send it with /masterplan.";

    static final String IMPORTED =
            "What this session plans came with an import, and talk can't change it: change the files"
                    + " and import them again, or send a brief with /masterplan.";

    private static final String NO_REMOVAL =
            "\nTalk changes sentences and adds some, it takes none away. Put a requirement"
                    + " off in the plan (defer, with a reason), or send the brief without it, with /masterplan.";
    private static final Pattern REMOVAL = Pattern.compile(
            "(?i)^(?:please |and |also )*(?:drop|remove|delete|forget|discard|cancel|take (?:out|away))\\b");

    private static final int QUOTED = 10;
    private static final int QUOTE_LENGTH = 200;

    private Replies() {}

    static String drafted(PlanContent content) {
        Estimate estimate = content.estimate();
        Analysis analysis = content.analysis();
        String plan = "The plan of \"%s\" is ready: %d milestones, %d tasks, %d subtasks, %d waves, %d tests, %d of %d"
                        .formatted(
                                content.discovery().domain(),
                                estimate.milestones(),
                                estimate.tasks(),
                                estimate.subtasks(),
                                estimate.waves(),
                                estimate.tests(),
                                analysis.covered(),
                                analysis.coverage().size())
                + " requirements covered, $%.2f. ".formatted(estimate.costUsd().likely());
        String verdict = analysis.blocksApproval()
                ? "It can't be approved yet, " + count(analysis.errors().size(), "error") + "."
                : "Read it and approve or reject it.";
        return plan + verdict + quoted(content.discovery().unread());
    }

    static String notUnderstood(Discovery discovery) {
        return "Nothing of this was understood, so there is no plan. Briefs are read by rules here (no AI): entities"
                + " with their fields, then one rule a sentence." + quoted(discovery.unread());
    }

    /** What was read of talk before there was a discovery. */
    static String read(Discovery discovery) {
        return Drafting.understood(discovery)
                ? "Read %d entities and %d requirements. Ask for a plan when it is complete."
                                .formatted(
                                        discovery.aggregates().size(),
                                        discovery.requirements().size())
                        + quoted(discovery.unread())
                : notUnderstood(discovery);
    }

    /** What plain talk changed, and what of it was not understood. */
    static String amended(Discovery before, Amendment amendment) {
        Map<String, Requirement> known =
                before.requirements().stream().collect(Collectors.toMap(Requirement::key, Function.identity()));
        String changes = amendment.reading().discovery().requirements().stream()
                .flatMap(requirement -> change(known.get(requirement.key()), requirement))
                .collect(Collectors.joining("\n"));
        return (changes.isEmpty() ? "Nothing was changed." : changes)
                + quoted(amendment.unread())
                + removal(amendment.unread());
    }

    private static String removal(List<UnreadSentence> unread) {
        return unread.stream()
                        .anyMatch(
                                sentence -> REMOVAL.matcher(sentence.sentence()).find())
                ? NO_REMOVAL
                : "";
    }

    private static Stream<String> change(Requirement before, Requirement after) {
        if (before == null) {
            return Stream.of(after.key() + " added: " + quote(after.sentence()));
        }
        return before.sentence().equals(after.sentence())
                ? Stream.empty()
                : Stream.of(after.key() + " changed: " + quote(before.sentence()) + " → " + quote(after.sentence()));
    }

    static String answered(Discovery discovery) {
        long left = discovery.questions().stream()
                .filter(question -> question.answer() == null)
                .count();
        return left == 0 ? "All questions are answered." : count(left, "question") + " left.";
    }

    private static String quoted(List<UnreadSentence> unread) {
        if (unread.isEmpty()) {
            return "";
        }
        String more = unread.size() > QUOTED ? "\n… and " + (unread.size() - QUOTED) + " more" : "";
        return unread.stream()
                .limit(QUOTED)
                .map(Replies::quoted)
                .collect(Collectors.joining("\n", "\nNot understood:\n", more));
    }

    private static String quoted(UnreadSentence sentence) {
        String line = "line " + sentence.source().line() + " " + quote(sentence.sentence());
        return sentence.nearestForms().isEmpty()
                ? line
                : line + ". Nearest that is understood: " + String.join(" · ", sentence.nearestForms());
    }

    private static String quote(String sentence) {
        String text = sentence.length() <= QUOTE_LENGTH ? sentence : sentence.substring(0, QUOTE_LENGTH) + "…";
        return "\"" + text + "\"";
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
