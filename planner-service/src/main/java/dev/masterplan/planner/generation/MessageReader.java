package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.Utterance;
import dev.masterplan.planner.discovery.Choices;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.trace.PlanTracer;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Deals with one message: reads it, lets the author work, stores each step. Blocks; made to be repeated. */
@Singleton
class MessageReader {

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

    /** @throws RuntimeException when the database can't be reached; the message is as open as before */
    void read(UUID messageId) {
        Work work = transactions.run(() -> store.work(messageId));
        if (work != null) {
            tracer.within(work.message().trace(), "read " + work.message().kind(), () -> {
                deal(work);
                return null;
            });
        }
    }

    private void deal(Work work) {
        try {
            switch (work.message().kind()) {
                case BRIEF -> brief(work.message());
                case PLAN -> plan(work.message(), work.discovery());
                case TALK -> talk(work.message(), work.discovery());
                case CHOICES -> choices(work.message(), work.discovery());
                case ANSWER -> throw new IllegalStateException("an answer is no work");
            }
        } catch (AuthorBrokeOff e) {
            transactions.run(() -> store.failed(work.message().id(), e.getMessage()));
        }
    }

    private void brief(Message message) {
        Discovery discovery = author.read(message.id(), Utterance.brief(message.text()));
        transactions.run(() -> store.discovered(message.id(), discovery));
        plan(message, discovery);
    }

    private void plan(Message message, Discovery discovery) {
        if (!Drafting.understood(discovery)) {
            transactions.run(() -> store.notUnderstood(message.id(), Replies.notUnderstood(discovery)));
            return;
        }
        PlanDocument plan = author.plan(discovery);
        transactions.run(() -> store.planned(message.id(), plan));
        PlanContent content = author.content(discovery, plan);
        transactions.run(() -> store.drafted(message.id(), content));
    }

    private void talk(Message message, Discovery before) {
        Discovery said = author.read(message.id(), message.text());
        if (Drafting.understood(said)) {
            transactions.run(() -> store.talked(message.id(), said, Replies.read(said)));
        } else {
            transactions.run(() -> store.answered(message.id(), Replies.notUnderstood(said)));
        }
    }

    private void choices(Message message, Discovery before) {
        Discovery after = Choices.parse(message.text()).applyTo(before);
        transactions.run(() -> store.talked(message.id(), after, Replies.answered(after)));
    }
}
