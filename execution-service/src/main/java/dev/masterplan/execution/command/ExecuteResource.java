package dev.masterplan.execution.command;

import dev.masterplan.execution.Roles;
import dev.masterplan.execution.view.Executions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Starts the run of a plan's approved version that waits in READY. */
@Path("/api/v1/masterplans/{id}/execute")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ExecuteResource {

    private final Executions executions;
    private final Commands commands;

    ExecuteResource(Executions executions, Commands commands) {
        this.executions = executions;
        this.commands = commands;
    }

    @POST
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response execute(@PathParam("id") UUID masterplanId, @HeaderParam("Idempotency-Key") String key) {
        CommandBody start = CommandBody.of(CommandKind.START);
        return Response.accepted(commands.take(executions.rowOfPlan(masterplanId), start, key))
                .build();
    }
}
