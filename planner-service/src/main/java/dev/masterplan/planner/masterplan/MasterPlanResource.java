package dev.masterplan.planner.masterplan;

import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import dev.masterplan.planner.http.Page;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Reading plans. */
@Path("/api/v1/masterplans")
@Authenticated
public class MasterPlanResource {

    private final PlanVersionRepository versions;
    private final PlannerConfig config;

    MasterPlanResource(PlanVersionRepository versions, PlannerConfig config) {
        this.versions = versions;
        this.config = config;
    }

    @GET
    @WithSession
    public Uni<Page<MasterPlanView.Item>> list(
            @QueryParam("session_id") UUID sessionId,
            @QueryParam("status") PlanStatus status,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        Page.check(limit, offset, config.maxPageSize());
        return versions.items(sessionId, status, limit, offset)
                .chain(items ->
                        versions.countItems(sessionId, status).map(total -> new Page<>(items, total, limit, offset)));
    }

    @GET
    @Path("{id}")
    @WithSession
    public Uni<MasterPlanView> get(UUID id) {
        return versions.newest(id).map(MasterPlanView::of);
    }

    @GET
    @Path("{id}/analysis")
    @WithSession
    public Uni<Analysis> analysis(UUID id) {
        return versions.newest(id).map(version -> version.requireContent().analysis());
    }

    @GET
    @Path("{id}/estimate")
    @WithSession
    public Uni<Estimate> estimate(UUID id) {
        return versions.newest(id).map(version -> version.requireContent().estimate());
    }
}
