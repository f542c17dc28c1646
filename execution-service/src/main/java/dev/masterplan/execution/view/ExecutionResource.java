package dev.masterplan.execution.view;

import dev.masterplan.execution.Problem;
import dev.masterplan.execution.view.ExecutionView.Page;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Runs, their waves, tests and certificate. */
@Path("/api/v1/executions")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ExecutionResource {

    private static final int MAX_PAGE = 1_000;

    private final Executions executions;
    private final Waves waves;
    private final Tests tests;

    ExecutionResource(Executions executions, Waves waves, Tests tests) {
        this.executions = executions;
        this.waves = waves;
        this.tests = tests;
    }

    @GET
    public Page<ExecutionView> list(
            @QueryParam("masterplan_id") UUID masterplanId,
            @QueryParam("state") String state,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        return executions.list(masterplanId, state, Math.clamp(limit, 1, MAX_PAGE), Math.max(0, offset));
    }

    @GET
    @Path("{id}")
    public ExecutionView get(@PathParam("id") UUID id) {
        return executions.view(executions.row(id));
    }

    @GET
    @Path("{id}/waves")
    public List<Waves.View> waves(@PathParam("id") UUID id) {
        return waves.of(executions.row(id));
    }

    @GET
    @Path("{id}/tests")
    public List<Tests.View> tests(@PathParam("id") UUID id) {
        return tests.of(executions.row(id));
    }

    @GET
    @Path("{id}/certificate")
    public byte[] certificate(@PathParam("id") UUID id) {
        Row run = executions.row(id);
        Buffer certificate = run.getBuffer("certificate");
        if (certificate == null) {
            throw Problem.notFound("no gate was judged yet");
        }
        return certificate.getBytes();
    }
}
