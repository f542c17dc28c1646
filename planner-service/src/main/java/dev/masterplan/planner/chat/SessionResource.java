package dev.masterplan.planner.chat;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.chat.ChatViews.NewSession;
import dev.masterplan.planner.chat.ChatViews.SessionView;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Page;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.http.SignedIn;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.trace.PlanTracer;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Sessions: make one, list them, read one with its messages. */
@Path("/api/v1/sessions")
@Authenticated
public class SessionResource {

    private final SessionRepository sessions;
    private final MessageRepository messages;
    private final PlanVersionRepository plans;
    private final Idempotency idempotency;
    private final SignedIn person;
    private final PlanTracer tracer;
    private final PlannerConfig config;
    private final Clock clock;

    SessionResource(
            SessionRepository sessions,
            MessageRepository messages,
            PlanVersionRepository plans,
            Idempotency idempotency,
            SignedIn person,
            PlanTracer tracer,
            PlannerConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.messages = messages;
        this.plans = plans;
        this.idempotency = idempotency;
        this.person = person;
        this.tracer = tracer;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> create(NewSession asked) {
        String name = SessionName.of(asked == null ? null : asked.name(), config.maxNameLength());
        return idempotency.once(
                201,
                asked,
                () -> sessions.persist(new Session(
                                TimeOrderedId.next(), name, person.name(), tracer.current(), clock.instant()))
                        .map(session -> SessionView.of(session, List.of(), null)));
    }

    @GET
    @WithSession
    public Uni<Page<SessionView>> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("offset") @DefaultValue("0") int offset) {
        Page.check(limit, offset, config.maxPageSize());
        return sessions.newest(limit, offset)
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(
                        session -> plans.plansOf(session.id()).map(planIds -> SessionView.of(session, planIds, null)))
                .collect()
                .asList()
                .chain(views -> sessions.count().map(total -> new Page<>(views, total, limit, offset)));
    }

    @GET
    @Path("{id}")
    @WithSession
    public Uni<SessionView> get(UUID id) {
        return sessions.get(id)
                .chain(session -> plans.plansOf(id)
                        .chain(planIds -> messages.ofSession(id).map(said -> SessionView.of(session, planIds, said))));
    }
}
