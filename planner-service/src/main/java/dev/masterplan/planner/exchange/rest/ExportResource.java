package dev.masterplan.planner.exchange.rest;

import dev.masterplan.planner.exchange.own.ExportedPlan;
import dev.masterplan.planner.exchange.own.ExportedPlanMapper;
import dev.masterplan.planner.masterplan.PlanContent;
import dev.masterplan.planner.masterplan.PlanVersion;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Hands a plan out as a file. */
@Path("/api/v1/masterplans/{id}/export")
@Authenticated
public class ExportResource {

    private final PlanVersionRepository versions;

    ExportResource(PlanVersionRepository versions) {
        this.versions = versions;
    }

    @GET
    @WithSession
    public Uni<Response> get(UUID id) {
        return versions.newest(id).map(ExportResource::file);
    }

    private static Response file(PlanVersion version) {
        PlanContent content = version.requireContent();
        ExportedPlan plan = new ExportedPlan(
                ExportedPlan.FORMAT,
                version.masterPlan().name(),
                version.engine(),
                version.limits(),
                content.discovery(),
                content.plan(),
                content.tests());
        return Response.ok(ExportedPlanMapper.write(plan), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(version) + "\"")
                .build();
    }

    private static String fileName(PlanVersion version) {
        String plain =
                version.masterPlan().name().replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|-+$", "");
        return (plain.isEmpty() ? "plan" : plain) + "-v" + version.number() + ".masterplan.json";
    }
}
