package dev.masterplan.execution.command;

import dev.masterplan.execution.Roles;
import dev.masterplan.execution.view.Executions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Commands to a run; its owner carries them out. */
@Path("/api/v1/executions/{id}/commands")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CommandResource {

    private final Executions executions;
    private final Commands commands;

    CommandResource(Executions executions, Commands commands) {
        this.executions = executions;
        this.commands = commands;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response command(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, CommandBody body) {
        return Response.accepted(commands.take(executions.row(id), body, key)).build();
    }

    @GET
    @Path("{command}")
    public Commands.View get(@PathParam("id") UUID id, @PathParam("command") UUID command) {
        return commands.view(executions.row(id), command);
    }
}
