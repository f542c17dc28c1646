package dev.masterplan.execution.view;

import dev.masterplan.execution.view.ExecutionView.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Atoms of a run, and one with everything that happened to it. */
@Path("/api/v1/executions/{id}/atoms")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AtomResource {

    private static final int MAX_PAGE = 10_000;

    private final Executions executions;
    private final Atoms atoms;

    AtomResource(Executions executions, Atoms atoms) {
        this.executions = executions;
        this.atoms = atoms;
    }

    @GET
    public Page<AtomView> list(
            @PathParam("id") UUID id,
            @QueryParam("wave") Integer wave,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        return atoms.list(executions.row(id), wave, state, Math.clamp(limit, 1, MAX_PAGE), Math.max(0, offset));
    }

    @GET
    @Path("{atom}")
    public AtomDetail get(@PathParam("id") UUID id, @PathParam("atom") UUID atomId) {
        return atoms.detail(executions.row(id), atomId);
    }
}
