package dev.masterplan.planner.chat;

import dev.masterplan.messaging.event.LiveUpdate;
import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.announce.Announcer;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.MasterPlan;
import dev.masterplan.planner.masterplan.PlanUpdates;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.trace.PlanTracer;
import dev.masterplan.planner.trace.StoredTrace;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stores what a user says, and the plan that it asks for, in the current transaction. */
@Singleton
public class MessageIntake {

    private static final String UNREAD = "Being read";

    private final SessionRepository sessions;
    private final MessageRepository messages;
    private final PlanVersionRepository plans;
    private final Announcer announcer;
    private final PlanTracer tracer;
    private final SignedIn person;
    private final PlannerConfig config;
    private final Clock clock;

    MessageIntake(
            SessionRepository sessions,
            MessageRepository messages,
            PlanVersionRepository plans,
            Announcer announcer,
            PlanTracer tracer,
            SignedIn person,
            PlannerConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.messages = messages;
        this.plans = plans;
        this.announcer = announcer;
        this.tracer = tracer;
        this.person = person;
        this.config = config;
        this.clock = clock;
    }

    /** Opens a session of that name. @throws Refusal when it is no name of one */
    public Uni<Session> open(String name) {
        String checked = SessionName.of(name, config.maxNameLength());
        return sessions.persist(
                new Session(TimeOrderedId.next(), checked, person.name(), tracer.current(), clock.instant()));
    }

    /** A message that asks for no plan. */
    public Uni<Message> take(UUID sessionId, MessageKind kind, String text) {
        return sessions.get(sessionId).chain(session -> {
            Message message = message(sessionId, kind, text, null, tracer.start("message"), clock.instant());
            return messages.persist(message)
                    .call(() -> announcer.live(message.trace(), List.of(ChatUpdates.message(message))));
        });
    }

    /** A message and the first version of its plan; null engine and limits are the defaults. */
    public Uni<Message> takeWithPlan(UUID sessionId, MessageKind kind, String text, Engine engine, Limits limits) {
        return sessions.get(sessionId).chain(session -> {
            Instant now = clock.instant();
            StoredTrace trace = tracer.start(kind == MessageKind.IMPORT ? "import" : "message");
            MasterPlan plan = new MasterPlan(TimeOrderedId.next(), sessionId, UNREAD, trace, now);
            Message message = message(sessionId, kind, text, plan.id(), trace, now);
            PlanVersion version = PlanVersion.first(
                    TimeOrderedId.next(),
                    plan,
                    person.name(),
                    engine == null ? Engine.blueprint() : engine,
                    limits == null ? config.limits().value() : limits);
            return plans.add(version)
                    .chain(() -> messages.persist(message))
                    .call(() -> announcer.live(trace, started(message, version, now)));
        });
    }

    private static Message message(
            UUID sessionId, MessageKind kind, String text, UUID planId, StoredTrace trace, Instant now) {
        return Message.byUser(TimeOrderedId.next(), sessionId, kind, text, planId, trace, now);
    }

    private static List<LiveUpdate> started(Message message, PlanVersion version, Instant now) {
        LiveUpdate generation = PlanUpdates.generationStart(version, now);
        return message.kind() == MessageKind.BRIEF
                ? List.of(
                        ChatUpdates.message(message),
                        ChatUpdates.update("discovery_start", message, now, Map.of("timestamp", now)),
                        generation)
                : List.of(ChatUpdates.message(message), generation);
    }
}
