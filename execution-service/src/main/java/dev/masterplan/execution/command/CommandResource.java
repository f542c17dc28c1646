package dev.masterplan.execution.command;

import dev.masterplan.execution.run.Executions;
import dev.masterplan.execution.run.Problem;
import dev.masterplan.messaging.event.RunState;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.sqlclient.Row;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes commands into the mailbox; the run's owner carries them out. */
@Path("/api/v1")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommandResource {

    private final Executions executions;
    private final Mailbox mailbox;
    private final SecurityIdentity identity;

    CommandResource(Executions executions, Mailbox mailbox, SecurityIdentity identity) {
        this.executions = executions;
        this.mailbox = mailbox;
        this.identity = identity;
    }

    /** A command as the API shows it. */
    public record View(UUID id, String command, String state, String text, Instant createdAt) {}

    @POST
    @Path("masterplans/{id}/execute")
    public Response execute(@PathParam("id") UUID masterplanId, @HeaderParam("Idempotency-Key") String key) {
        return take(executions.rowOfPlan(masterplanId), CommandBody.of(CommandKind.START), key);
    }

    @POST
    @Path("executions/{id}/commands")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response command(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, CommandBody body) {
        return take(executions.row(id), body, key);
    }

    @GET
    @Path("executions/{id}/commands/{command}")
    public View get(@PathParam("id") UUID id, @PathParam("command") UUID command) {
        return view(executions.row(id), command);
    }

    private Response take(Row run, CommandBody body, String key) {
        if (body == null || body.command() == null) {
            throw Problem.invalid("missing field: command");
        }
        CommandKind kind = CommandKind.of(body.command())
                .filter(k -> k.forPeople() && body.decided() == null)
                .orElseThrow(() -> Problem.invalid("unknown command: " + body.command()));
        UUID id = id(run, key);
        if (mailbox.find(run.getInteger("no"), id).isEmpty()) {
            RunState state = RunState.valueOf(run.getString("state"));
            if (!kind.allowedIn(state)) {
                throw Problem.conflict(
                        kind.word() + " is not possible while the run is " + state,
                        Map.of("allowed", CommandKind.allowed(state)));
            }
            String user = identity.getPrincipal().getName();
            mailbox.put(id, run.getInteger("no"), kind, body, user, run.getString("trace_id"));
        }
        return Response.accepted(view(run, id)).build();
    }

    /** The same key of the same person for the same run is the same command. */
    private UUID id(Row run, String key) {
        if (key == null) {
            return UUID.randomUUID();
        }
        String name = run.getUUID("id") + "/" + identity.getPrincipal().getName() + "/" + key;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private View view(Row run, UUID id) {
        RunCommand command =
                mailbox.find(run.getInteger("no"), id).orElseThrow(() -> Problem.notFound("no command " + id));
        return new View(command.id(), command.kind().word(), command.state(), command.text(), command.createdAt());
    }
}
