package dev.masterplan.execution.command;

import dev.masterplan.messaging.event.RunState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person can ask of a run, and in which states; the one table of state and command. */
public enum CommandKind {
    START("start", "the run begins", RunState.READY),
    PAUSE("pause", "what is in flight ends, then PAUSED", RunState.READY, RunState.RUNNING, RunState.BLOCKED),
    RESUME("resume", "the run goes on", RunState.PAUSED, RunState.BLOCKED),
    CANCEL(
            "cancel",
            "what is in flight ends, then CANCELLED",
            RunState.PREPARING,
            RunState.READY,
            RunState.RUNNING,
            RunState.PAUSED,
            RunState.BLOCKED),
    RETRY_WAVE(
            "retry_wave",
            "failed atoms of the wave are written again, then its gate is judged again",
            RunState.PAUSED,
            RunState.BLOCKED),
    RETRY_ATOM(
            "retry_atom",
            "the atom and the rest of its file's chain are written again",
            RunState.RUNNING,
            RunState.PAUSED,
            RunState.BLOCKED),
    EDIT_FILE(
            "edit_file",
            "the file is the person's, the gate is judged again",
            RunState.RUNNING,
            RunState.PAUSED,
            RunState.BLOCKED,
            RunState.COMPLETED,
            RunState.COMPLETED_WITH_GAPS),
    CORRECT_TEST(
            "correct_test",
            "the test is the person's and red on the stubs again, the gate is judged again",
            RunState.RUNNING,
            RunState.PAUSED,
            RunState.BLOCKED),
    LIMITS("limits", "the limits are changed", RunState.READY, RunState.RUNNING, RunState.PAUSED, RunState.BLOCKED),
    /** Comes from review-service only. */
    REVIEW(
            "review",
            "the decision is applied or refused",
            RunState.RUNNING,
            RunState.PAUSED,
            RunState.BLOCKED,
            RunState.COMPLETED,
            RunState.COMPLETED_WITH_GAPS);

    private final String word;
    private final String result;
    private final Set<RunState> states;

    CommandKind(String word, String result, RunState first, RunState... more) {
        this.word = word;
        this.result = result;
        this.states = EnumSet.of(first, more);
    }

    /** As the API writes it. */
    public String word() {
        return word;
    }

    /** What follows, in one phrase. */
    public String result() {
        return result;
    }

    public boolean allowedIn(RunState state) {
        return states.contains(state);
    }

    /** A person may send it to this service. */
    public boolean forPeople() {
        return this != REVIEW;
    }

    public static Optional<CommandKind> of(String word) {
        return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
    }

    /** Words of the commands that a run in that state takes. */
    public static List<String> allowed(RunState state) {
        return Arrays.stream(values())
                .filter(k -> k.forPeople() && k.allowedIn(state))
                .map(CommandKind::word)
                .toList();
    }
}
