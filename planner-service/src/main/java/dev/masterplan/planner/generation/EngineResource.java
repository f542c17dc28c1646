package dev.masterplan.planner.generation;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Which engine reads and plans here. */
@Path("/api/v1/engine")
@Authenticated
public class EngineResource {

    /** @param price what a plan costs */
    public record EngineView(String name, String label, boolean deterministic, String price) {}

    @GET
    public EngineView get() {
        return new EngineView(EngineChoice.BLUEPRINT, "rules, no AI", true, "$0");
    }
}
