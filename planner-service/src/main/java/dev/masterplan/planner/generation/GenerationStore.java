package dev.masterplan.planner.generation;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.planner.announce.Announcer;
import dev.masterplan.planner.chat.ChatUpdates;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageRepository;
import dev.masterplan.planner.discovery.DiscoveryRepository;
import dev.masterplan.planner.discovery.Reading;
import dev.masterplan.planner.exchange.ImportReply;
import dev.masterplan.planner.exchange.ImportReport;
import dev.masterplan.planner.exchange.PlanImport;
import dev.masterplan.planner.exchange.PlanImportRepository;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanOrder;
import dev.masterplan.planner.masterplan.PlanUpdates;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Stores each step of dealing with a message, with what pages are told about it. A step for a message that was answered
 * meanwhile changes nothing, so that steps may be repeated after a crash.
 */
@Singleton
class GenerationStore {

    private final MessageRepository messages;
    private final DiscoveryRepository discoveries;
    private final PlanVersionRepository versions;
    private final PlanImportRepository imports;
    private final Announcer announcer;
    private final Clock clock;

    GenerationStore(
            MessageRepository messages,
            DiscoveryRepository discoveries,
            PlanVersionRepository versions,
            PlanImportRepository imports,
            Announcer announcer,
            Clock clock) {
        this.messages = messages;
        this.discoveries = discoveries;
        this.versions = versions;
        this.imports = imports;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Null when the message is answered already. */
    Uni<Work> work(UUID messageId) {
        return messages.lockOpen(messageId)
                .onItem()
                .ifNotNull()
                .transformToUni(message -> order(message)
                        .chain(order -> discoveries
                                .findById(message.sessionId())
                                .map(found -> new Work(message, found == null ? null : found.reading(), order))));
    }

    private Uni<PlanOrder> order(Message message) {
        return message.masterplanId() == null
                ? Uni.createFrom().nullItem()
                : versions.newest(message.masterplanId()).map(PlanVersion::order);
    }

    Uni<Void> discovered(UUID messageId, Reading reading) {
        return open(messageId, message -> save(message, reading));
    }

    Uni<Void> planned(UUID messageId, PlanDocument plan) {
        return open(
                messageId,
                message -> versions.newest(message.masterplanId())
                        .chain(version -> announcer.live(
                                message.trace(), GenerationUpdates.planned(version, plan, clock.instant()))));
    }

    Uni<Void> drafted(UUID messageId, PlanContent content) {
        return closing(messageId, Replies.drafted(content), version -> version.drafted(content));
    }

    /** The files that a message brought. */
    Uni<PlanImport> imported(UUID messageId) {
        return imports.get(messageId);
    }

    /** Like a plan that was made here, with the report of what it was made of. */
    Uni<Void> drafted(UUID messageId, PlanContent content, ImportReport report) {
        return imports.get(messageId)
                .invoke(found -> found.reported(report))
                .chain(() -> closing(messageId, ImportReply.of(report, content), version -> version.drafted(content)));
    }

    Uni<Void> notUnderstood(UUID messageId, String reply) {
        return closing(messageId, reply, version -> version.notUnderstood(reply));
    }

    Uni<Void> failed(UUID messageId, String reply) {
        return closing(messageId, reply, version -> version.failed(reply));
    }

    /** Stores a changed discovery and the answer to the talk that changed it. */
    Uni<Void> talked(UUID messageId, Reading reading, String reply) {
        return open(messageId, message -> save(message, reading).chain(() -> answer(message, reply, List.of())));
    }

    /** Answers a message that changed nothing. */
    Uni<Void> answered(UUID messageId, String reply) {
        return open(messageId, message -> answer(message, reply, List.of()));
    }

    private Uni<Void> open(UUID messageId, Function<Message, Uni<Void>> step) {
        return messages.lockOpen(messageId)
                .onItem()
                .transformToUni(message -> message == null ? Uni.createFrom().voidItem() : step.apply(message));
    }

    private Uni<Void> closing(UUID messageId, String reply, Consumer<PlanVersion> outcome) {
        return open(
                messageId,
                message -> message.masterplanId() == null
                        ? answer(message, reply, List.of())
                        : versions.newest(message.masterplanId()).chain(version -> {
                            outcome.accept(version);
                            return answer(message, reply, List.of(ended(version)));
                        }));
    }

    private LiveUpdate ended(PlanVersion version) {
        Instant now = clock.instant();
        return version.content() == null
                ? PlanUpdates.changed("changed", version, now)
                : GenerationUpdates.complete(version, now);
    }

    private Uni<Void> save(Message message, Reading reading) {
        Instant now = clock.instant();
        return discoveries.getOrNew(message.sessionId()).chain(stored -> {
            stored.change(reading, message.trace().traceId(), now);
            List<LiveUpdate> updates =
                    GenerationUpdates.discovered(message, reading.discovery(), stored.revision(), now);
            return discoveries.persist(stored).chain(() -> announcer.live(message.trace(), updates));
        });
    }

    private Uni<Void> answer(Message message, String reply, List<LiveUpdate> before) {
        message.close();
        Message answer = Message.answer(TimeOrderedId.next(), message, reply, clock.instant());
        List<LiveUpdate> updates = new ArrayList<>(before);
        updates.add(ChatUpdates.message(answer));
        return messages.persist(answer).chain(() -> announcer.live(message.trace(), updates));
    }
}
