package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.Utterance;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.database.DatabaseTrouble;
import dev.masterplan.planner.discovery.Choices;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.exchange.Imported;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.trace.PlanTracer;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Deals with one message: reads it, lets the author work, stores each step. Blocks; made to be repeated. */
@Singleton
class MessageReader {

    private static final Logger LOG = Logger.getLogger(MessageReader.class);

    private final BlockingTransactions transactions;
    private final GenerationStore store;
    private final TimedAuthor author;
    private final PlanTracer tracer;

    MessageReader(BlockingTransactions transactions, GenerationStore store, TimedAuthor author, PlanTracer tracer) {
        this.transactions = transactions;
        this.store = store;
        this.author = author;
        this.tracer = tracer;
    }

    /**
     * Ends with an answer, whatever fails in between.
     *
     * @throws RuntimeException when the database is in trouble; the message is as open as before
     */
    void read(UUID messageId) {
        try {
            lookAndDeal(messageId);
        } catch (RuntimeException e) {
            if (DatabaseTrouble.in(e)) {
                throw e;
            }
            LOG.errorf(e, "message %s broke off", messageId);
            AuthorBrokeOff brokeOff = e instanceof AuthorBrokeOff author ? author : new AuthorBrokeOff(e);
            transactions.run(() -> store.failed(messageId, brokeOff.getMessage()));
        }
    }

    private void lookAndDeal(UUID messageId) {
        Work work = transactions.run(() -> store.work(messageId));
        if (work != null) {
            tracer.within(work.message().trace(), "read " + work.message().kind(), () -> {
                deal(work);
                return null;
            });
        }
    }

    private void deal(Work work) {
        if (work.lacksReading()) {
            transactions.run(() -> store.failed(work.message().id(), Replies.NO_BRIEF));
            return;
        }
        switch (work.message().kind()) {
            case BRIEF -> brief(work);
            case PLAN -> plan(work, work.reading());
            case TALK -> talk(work.message(), work.reading());
            case CHOICES -> choices(work.message(), work.reading());
            case IMPORT -> imported(work);
            case ANSWER -> throw new IllegalStateException("an answer is no work");
        }
    }

    private void brief(Work work) {
        Reading reading = read(work.message());
        transactions.run(() -> store.discovered(work.message().id(), reading));
        plan(work, reading);
    }

    private Reading read(Message message) {
        String brief = Utterance.brief(message.text());
        return new Reading(message.id(), brief, author.read(message.id(), brief));
    }

    private void plan(Work work, Reading reading) {
        Discovery discovery = reading.discovery();
        Message message = work.message();
        if (!Drafting.understood(discovery)) {
            transactions.run(() -> store.notUnderstood(message.id(), Replies.notUnderstood(discovery)));
            return;
        }
        PlanDocument plan = author.plan(discovery);
        transactions.run(() -> store.planned(message.id(), plan));
        PlanContent content = author.content(reading, plan, work.order());
        transactions.run(() -> store.drafted(message.id(), content));
    }

    /** Files hold no text that talk could change. */
    private void imported(Work work) {
        Message message = work.message();
        Imported imported = transactions.run(() -> store.imported(message.id())).read();
        Reading reading = new Reading(message.id(), "", imported.discovery());
        transactions.run(() -> store.discovered(message.id(), reading));
        transactions.run(() -> store.planned(message.id(), imported.plan()));
        PlanContent content = author.imported(imported, work.order());
        transactions.run(() -> store.drafted(message.id(), content, imported.report()));
    }

    private void talk(Message message, Reading before) {
        if (before != null && before.text().isBlank()) {
            transactions.run(() -> store.answered(message.id(), Replies.IMPORTED));
            return;
        }
        if (before == null) {
            firstTalk(message);
            return;
        }
        Amendment amendment = Amendment.of(before, message.id(), message.text(), author::read);
        String reply = Replies.amended(before.discovery(), amendment);
        transactions.run(() -> amendment.changes(before)
                ? store.talked(message.id(), amendment.reading(), reply)
                : store.answered(message.id(), reply));
    }

    private void firstTalk(Message message) {
        Reading said = read(message);
        transactions.run(() -> Drafting.understood(said.discovery())
                ? store.talked(message.id(), said, Replies.read(said.discovery()))
                : store.answered(message.id(), Replies.notUnderstood(said.discovery())));
    }

    private void choices(Message message, Reading before) {
        Discovery after = Choices.parse(message.text()).applyTo(before.discovery());
        transactions.run(() -> store.talked(message.id(), before.with(after), Replies.answered(after)));
    }
}
