package dev.masterplan.planner.generation;

import dev.masterplan.messaging.plan.Engine;
import dev.masterplan.messaging.plan.Limits;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageIntake;
import dev.masterplan.planner.chat.MessageKind;
import dev.masterplan.planner.chat.Utterance;
import dev.masterplan.planner.discovery.Choices;
import dev.masterplan.planner.discovery.DiscoveryRepository;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What a user says in a session: stored before it is accepted, read after the commit. */
@Path("/api/v1/sessions/{id}")
@Authenticated
public class MessageResource {

    private final MessageIntake intake;
    private final DiscoveryRepository discoveries;
    private final ReadingQueue queue;
    private final Idempotency idempotency;
    private final PlannerConfig config;

    MessageResource(
            MessageIntake intake,
            DiscoveryRepository discoveries,
            ReadingQueue queue,
            Idempotency idempotency,
            PlannerConfig config) {
        this.intake = intake;
        this.discoveries = discoveries;
        this.queue = queue;
        this.idempotency = idempotency;
        this.config = config;
    }

    /** @param text the message */
    public record NewMessage(String text) {}

    /** @param answers option by question id */
    public record NewAnswers(Map<String, String> answers) {}

    /** Null = the defaults. */
    public record NewPlan(Limits limits, Engine engine) {}

    /** What a 202 says: stored, and where to look. */
    public record Accepted(UUID messageId, UUID masterplanId, String traceId) {
        static Accepted of(Message message) {
            return new Accepted(
                    message.id(), message.masterplanId(), message.trace().traceId());
        }
    }

    @POST
    @Path("messages")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> say(UUID id, NewMessage said) {
        Utterance utterance = Utterance.of(said == null ? null : said.text(), config.maxTextBytes());
        return accept(
                said,
                () -> utterance.kind() == MessageKind.BRIEF
                        ? intake.takeWithPlan(id, utterance.kind(), utterance.text(), null, null)
                        : intake.take(id, utterance.kind(), utterance.text()));
    }

    @POST
    @Path("discovery/answers")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> answer(UUID id, NewAnswers given) {
        Choices choices = new Choices(given == null ? null : given.answers());
        return accept(
                given,
                () -> discoveries
                        .get(id)
                        .invoke(stored -> choices.refuseUnknown(stored.discovery()))
                        .chain(() -> intake.take(id, MessageKind.CHOICES, choices.text())));
    }

    @POST
    @Path("masterplans")
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Uni<Response> plan(UUID id, NewPlan asked) {
        Engine engine = asked == null ? null : EngineChoice.check(asked.engine());
        Limits limits = asked == null ? null : asked.limits();
        return accept(
                asked,
                () -> discoveries
                        .get(id)
                        .chain(() -> intake.takeWithPlan(id, MessageKind.PLAN, "/masterplan", engine, limits)));
    }

    private Uni<Response> accept(Object body, Supplier<Uni<Message>> intake) {
        AtomicReference<Message> stored = new AtomicReference<>();
        return idempotency
                .once(202, body, () -> intake.get().invoke(stored::set).map(Accepted::of))
                .invoke(() -> putIfNew(stored.get()));
    }

    private void putIfNew(Message message) {
        if (message != null) {
            queue.put(message);
        }
    }
}
