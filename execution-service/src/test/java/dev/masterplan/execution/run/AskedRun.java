package dev.masterplan.execution.run;

import static org.awaitility.Awaitility.await;

import dev.masterplan.messaging.event.MasterPlanApproved;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One run, asked as the gateway asks. */
public final class AskedRun {

    private static final Duration LONG = Duration.ofSeconds(180);

    private final MasterPlanApproved approved;
    private final String id;

    private AskedRun(MasterPlanApproved approved, String id) {
        this.approved = approved;
        this.id = id;
    }

    /** Approves the plan and waits until the run is in one of these states. */
    public static AskedRun of(MasterPlanApproved approved, String... states) {
        Events.send(approved);
        String query = "/api/v1/executions?masterplan_id=" + approved.masterplanId();
        JsonPath found = await().atMost(LONG)
                .until(
                        () -> Gateway.as("ada").get(query).jsonPath(),
                        r -> r.getString("items[0].state") != null
                                && List.of(states).contains(r.getString("items[0].state")));
        return new AskedRun(approved, found.getString("items[0].id"));
    }

    public MasterPlanApproved approved() {
        return approved;
    }

    public String id() {
        return id;
    }

    public JsonPath get(String path) {
        return answer(path).statusCode(200).extract().jsonPath();
    }

    public ValidatableResponse answer(String path) {
        return Gateway.as("ada").get("/api/v1/executions/" + id + path).then();
    }

    public String state() {
        return get("").getString("state");
    }

    /** Waits for the state; FAILED and CANCELLED end the wait too. */
    public JsonPath reaches(String state) {
        return await().pollInterval(Duration.ofMillis(50))
                .atMost(LONG)
                .until(() -> get(""), r -> List.of(state, "FAILED", "CANCELLED").contains(r.getString("state")));
    }

    /** Waits until the service has carried the command out or refused it. */
    public JsonPath carriedOut(Map<String, Object> command) {
        String sent = sent(command).statusCode(202).extract().path("id");
        return ended(sent);
    }

    public JsonPath ended(String command) {
        return await().atMost(LONG)
                .until(() -> get("/commands/" + command), c -> !"PENDING".equals(c.getString("state")));
    }

    public ValidatableResponse sent(Map<String, Object> command) {
        return Gateway.as("ada")
                .body(command)
                .post("/api/v1/executions/" + id + "/commands")
                .then();
    }

    public String file(String path) {
        return answer("/workspace/file?path=" + path).statusCode(200).extract().asString();
    }

    public List<String> commits() {
        return get("/workspace/log").getList("commit");
    }
}
