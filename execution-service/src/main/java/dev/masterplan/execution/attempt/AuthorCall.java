package dev.masterplan.execution.attempt;

import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeTask;
import dev.masterplan.languagemodel.Trouble;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks an author, with patience for a busy provider; a wait uses up no retry and no reservation. */
public final class AuthorCall {

    private final CodeAuthor author;
    private final Duration patience;
    private final Duration backOff;
    private final BooleanSupplier owner;
    private final BooleanSupplier asked;
    private final Waiting waiting;

    /** Time as a call sees it. */
    interface Waiting {
        Waiting REAL = new Waiting() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void park(long nanos) {
                LockSupport.parkNanos(nanos);
            }
        };

        long nanoTime();

        void park(long nanos);
    }

    /**
     * @param owner this process still drives the run
     * @param asked a person wants something of the run: don't wait any longer
     */
    public AuthorCall(
            CodeAuthor author, Duration patience, Duration backOff, BooleanSupplier owner, BooleanSupplier asked) {
        this(author, patience, backOff, owner, asked, Waiting.REAL);
    }

    AuthorCall(
            CodeAuthor author,
            Duration patience,
            Duration backOff,
            BooleanSupplier owner,
            BooleanSupplier asked,
            Waiting waiting) {
        this.author = author;
        this.patience = patience;
        this.backOff = backOff;
        this.owner = owner;
        this.asked = asked;
        this.waiting = waiting;
    }

    /** What came of it. */
    public sealed interface Result {}

    record Heard(CodeAuthor.Answer answer) implements Result {}

    /** Perhaps billed. */
    record Unknown() implements Result {}

    record GaveUp(String text) implements Result {}

    /** Asking again changes nothing; not billed. */
    record Declined(String why) implements Result {}

    record NotOwner() implements Result {}

    /** A person asked while the provider was busy: not billed. */
    record Stopped() implements Result {}

    Result ask(CodeTask task) {
        long deadline = waiting.nanoTime() + patience.toNanos();
        Duration wait = backOff;
        while (owner.getAsBoolean()) {
            switch (author.write(task)) {
                case CodeAuthor.Answer answer -> {
                    return new Heard(answer);
                }
                case CodeAuthor.NotWritten(String why) -> {
                    return new Declined(why);
                }
                case CodeAuthor.Failed(Trouble trouble) -> {
                    if (trouble.kind() == Trouble.Kind.UNKNOWN_OUTCOME) {
                        return new Unknown();
                    }
                    Duration next = trouble.retryAfter() == null ? wait : trouble.retryAfter();
                    boolean tooLong = waiting.nanoTime() + next.toNanos() > deadline;
                    if (trouble.kind() == Trouble.Kind.REFUSED || tooLong) {
                        return new GaveUp(trouble.text());
                    }
                    pause(next);
                    if (owner.getAsBoolean() && asked.getAsBoolean()) {
                        return new Stopped();
                    }
                    wait = wait.multipliedBy(2);
                }
            }
        }
        return new NotOwner();
    }

    /** A lost lease and a person's wish are seen within a second. */
    private void pause(Duration duration) {
        long end = waiting.nanoTime() + duration.toNanos();
        while (waiting.nanoTime() < end && owner.getAsBoolean() && !asked.getAsBoolean()) {
            waiting.park(Math.min(TimeUnit.SECONDS.toNanos(1), end - waiting.nanoTime()));
        }
    }
}
