package dev.masterplan.execution.attempt;

import dev.masterplan.execution.atom.AttemptKey;
import dev.masterplan.execution.atom.Start;
import dev.masterplan.execution.codegen.CodeAuthor;
import dev.masterplan.execution.codegen.CodeTask;
import dev.masterplan.execution.journal.RunJournal;
import dev.masterplan.execution.transition.Reply;
import dev.masterplan.execution.transition.Says;
import dev.masterplan.execution.transition.Transition;
import dev.masterplan.execution.transition.Updates;
import dev.masterplan.execution.validation.Candidate;
import dev.masterplan.execution.validation.ValidationReport;
import dev.masterplan.execution.validation.ValidatorResult;
import dev.masterplan.execution.workspace.FileVersion;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.messaging.event.AtomState;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Works one atom to its end on a virtual thread: admitted, asked, answered, judged, accepted or tried again. Each step is
 * durable before the next one uses it, so that a crash at any point goes on from the rows.
 */
public final class RetryOrchestrator {

    private static final int FEEDBACK_LINES = 40;
    private static final int MAX_UNKNOWN = 3;
    private static final String ASKED = "waits: a person asked something of the run";

    private final AtomJob job;
    private final RunJournal journal;
    private final CodeAuthor author;
    private final AuthorCall call;
    private final Judge judge;
    private final AtomWords words;
    private final AttemptHistory history;
    private AttemptSpan attempt;
    private BigDecimal cost;

    public RetryOrchestrator(
            AtomJob job, RunJournal journal, CodeAuthor author, AuthorCall call, Judge judge, Updates updates) {
        this.job = job;
        this.journal = journal;
        this.author = author;
        this.call = call;
        this.judge = judge;
        this.cost = job.cost();
        this.words = new AtomWords(job, updates);
        this.history = new AttemptHistory(job, author.deterministic());
    }

    public AtomOutcome run() {
        return switch (job.start()) {
            case Start.Fresh fresh -> admit(fresh.key());
            case Start.Answered stored -> {
                attempt = new AttemptSpan(job, stored.key());
                yield judge(stored.key(), new String(stored.answer(), StandardCharsets.UTF_8));
            }
            case Start.Admitted open -> ask(open.key());
        };
    }

    private AtomOutcome admit(AttemptKey key) {
        if (job.asked().getAsBoolean()) {
            return stop();
        }
        BigDecimal worst = author.worstCase(history.task(key));
        var admitted = new Transition.Admitted(job.run(), job.atom(), key, worst, words.goesOn(AtomState.RUNNING));
        return askIf(journal.submit(admitted), key);
    }

    private AtomOutcome askIf(Reply reply, AttemptKey key) {
        return switch (reply) {
            case Reply.Done done -> ask(key);
            case Reply.NoBudget refused ->
                new AtomOutcome.Parked(
                        AtomOutcome.Hindrance.BUDGET, refused.because().text(), cost);
            case Reply.WrongState wrong -> new AtomOutcome.Abandoned();
            case Reply.LeaseLost lost -> new AtomOutcome.Abandoned();
        };
    }

    private AtomOutcome ask(AttemptKey key) {
        attempt = new AttemptSpan(job, key);
        CodeTask task = history.task(key);
        BigDecimal worst = author.worstCase(task);
        AuthorCall.Result result = call.ask(task);
        attempt.answered(result);
        return switch (result) {
            case AuthorCall.Heard heard -> heard(key, worst, heard.answer());
            case AuthorCall.Unknown unknown -> lose(key, worst);
            case AuthorCall.GaveUp gaveUp -> withdraw(key, worst, AtomOutcome.Hindrance.PROVIDER, gaveUp.text());
            case AuthorCall.Declined declined -> decline(key, worst, declined.why());
            case AuthorCall.Stopped stopped -> withdraw(key, worst, AtomOutcome.Hindrance.ASKED, ASKED);
            case AuthorCall.NotOwner notOwner -> new AtomOutcome.Abandoned();
        };
    }

    private AtomOutcome heard(AttemptKey key, BigDecimal worst, CodeAuthor.Answer answer) {
        return stored(key, worst, answer) ? judge(key, answer.text()) : new AtomOutcome.Abandoned();
    }

    /** No answer will ever come: the atom fails at once, for a person to write it; a reservation is given back. */
    private AtomOutcome decline(AttemptKey key, BigDecimal worst, String why) {
        var nothing = new CodeAuthor.Answer("", Usage.none(), BigDecimal.ZERO);
        if (!stored(key, worst, nothing)) {
            return new AtomOutcome.Abandoned();
        }
        var said = new ValidatorResult("author", "", 1, true, false, List.of(why), 0);
        return fail(key, new ValidationReport(List.of(said), 0));
    }

    /** A free deterministic author's answer is not stored: asking again gives the same. */
    private boolean stored(AttemptKey key, BigDecimal worst, CodeAuthor.Answer answer) {
        if (author.deterministic() && worst.signum() == 0 && answer.price().signum() == 0) {
            return true;
        }
        var answered = new Transition.Answered(
                job.run(),
                job.atom(),
                key,
                answer.text().getBytes(StandardCharsets.UTF_8),
                AtomWords.json(answer.usage()),
                worst,
                answer.price(),
                false,
                words.nothing());
        if (!(journal.submit(answered) instanceof Reply.Done)) {
            return false;
        }
        cost = cost.add(answer.price());
        return true;
    }

    private AtomOutcome lose(AttemptKey key, BigDecimal worst) {
        var lost = new Transition.Lost(job.run(), job.atom(), key, worst, words.nothing());
        if (!(journal.submit(lost) instanceof Reply.Done)) {
            return new AtomOutcome.Abandoned();
        }
        cost = cost.add(worst);
        return key.call() < MAX_UNKNOWN
                ? admit(key.nextCall())
                : new AtomOutcome.Parked(
                        AtomOutcome.Hindrance.PROVIDER,
                        "the outcome of %d calls is unknown".formatted(MAX_UNKNOWN),
                        cost);
    }

    private AtomOutcome withdraw(AttemptKey key, BigDecimal worst, AtomOutcome.Hindrance by, String text) {
        var withdrawn =
                new Transition.Withdrawn(job.run(), job.atom(), key, worst, text, words.goesOn(AtomState.PENDING));
        return journal.submit(withdrawn) instanceof Reply.Done
                ? new AtomOutcome.Parked(by, text, cost)
                : new AtomOutcome.Abandoned();
    }

    /** What is durable stays: a stored answer is judged again when the run goes on. */
    private AtomOutcome stop() {
        var parked = new Transition.AtomChanged(
                job.run(),
                job.atom(),
                Set.of(AtomState.RUNNING),
                AtomState.PENDING,
                ASKED,
                false,
                words.goesOn(AtomState.PENDING));
        return journal.submit(parked) instanceof Reply.LeaseLost
                ? new AtomOutcome.Abandoned()
                : new AtomOutcome.Parked(AtomOutcome.Hindrance.ASKED, ASKED, cost);
    }

    private AtomOutcome judge(AttemptKey key, String answer) {
        String code = CodeText.unfenced(answer);
        ValidationReport report = judge.judge(new Candidate(
                job.atom().file(), job.atom().language(), code, job.current(), job.snapshot(), job.lastLink()));
        return report.passed() ? accept(key, code, report) : reject(key, code, report);
    }

    private AtomOutcome accept(AttemptKey key, String code, ValidationReport report) {
        attempt.judged(report.results(), null);
        byte[] content = code.getBytes(StandardCharsets.UTF_8);
        FileVersion file = code.equals(job.current())
                ? null
                : FileVersion.of(
                        job.atom().file(),
                        job.nextVersion(),
                        content,
                        job.atom().number());
        int retries = key.number() - 1;
        var accepted = new Transition.Accepted(
                job.run(),
                job.atom(),
                key,
                file,
                AtomWords.json(report.results()),
                report.complexity(),
                words.ended(AtomState.COMPLETED, retries, List.of(), cost));
        return journal.submit(accepted) instanceof Reply.Done
                ? new AtomOutcome.Completed(file, report.results(), report.complexity(), retries, cost)
                : new AtomOutcome.Abandoned();
    }

    private AtomOutcome reject(AttemptKey key, String code, ValidationReport report) {
        List<String> shown = report.diagnostics().stream().limit(FEEDBACK_LINES).toList();
        history.refused(shown, code);
        attempt.judged(report.results(), shown.isEmpty() ? "refused" : shown.getFirst());
        return switch (history.next(key)) {
            case RetryLadder.Step.Attempt attempt -> tryAgain(key, report);
            case RetryLadder.Step.Stop stop -> fail(key, report);
        };
    }

    private AtomOutcome tryAgain(AttemptKey key, ValidationReport report) {
        if (job.asked().getAsBoolean()) {
            return stop();
        }
        AttemptKey nextKey = key.nextAttempt();
        BigDecimal worst = author.worstCase(history.task(nextKey));
        var next = new Transition.Admitted(job.run(), job.atom(), nextKey, worst, words.nothing());
        return askIf(journal.submit(rejected(key, report, next, words.goesOn(AtomState.RUNNING))), nextKey);
    }

    private AtomOutcome fail(AttemptKey key, ValidationReport report) {
        int retries = key.number() - 1;
        var says = words.ended(AtomState.FAILED, retries, AtomWords.first(report.diagnostics()), cost);
        return journal.submit(rejected(key, report, null, says)) instanceof Reply.Done
                ? new AtomOutcome.Failed(report.diagnostics(), report.results(), retries, cost)
                : new AtomOutcome.Abandoned();
    }

    private Transition.Rejected rejected(AttemptKey key, ValidationReport report, Transition.Admitted next, Says says) {
        return new Transition.Rejected(
                job.run(), job.atom(), key, report.diagnostics(), AtomWords.json(report.results()), next, says);
    }
}
