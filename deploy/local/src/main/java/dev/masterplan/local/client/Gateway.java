package dev.masterplan.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Views.AcceptanceTest;
import dev.masterplan.local.client.Views.Accepted;
import dev.masterplan.local.client.Views.Command;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.Imported;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.client.Views.Page;
import dev.masterplan.local.client.Views.Session;
import dev.masterplan.local.client.Views.Verification;
import dev.masterplan.local.client.Views.Wave;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The calls of docs/reference/rest.md that the terminal needs, through the one door. */
public final class Gateway {

    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Door door;
    private final Door impatient;

    /** @param url the gateway's address, without a path */
    public Gateway(String url, String token) {
        this(url, token, PATIENCE);
    }

    Gateway(String url, String token, Duration patience) {
        this(new Door(url, token, patience), new Door(url, token, Duration.ZERO));
    }

    private Gateway(Door door, Door impatient) {
        this.door = door;
        this.impatient = impatient;
    }

    /** The same, but a service that is being started again is not waited for. */
    public Gateway impatient() {
        return new Gateway(impatient, impatient);
    }

    public Session createSession(String name) {
        return door.post("sessions", Map.of("name", name), Session.class);
    }

    public Accepted say(String sessionId, String text) {
        return door.post("sessions/" + sessionId + "/messages", Map.of("text", text), Accepted.class);
    }

    /** Makes a plan of what was understood; {@code rehearsalSeed} null = no faults are injected. */
    public String plan(String sessionId, Long rehearsalSeed) {
        Map<String, Object> engine = new LinkedHashMap<>(Map.of("name", "blueprint"));
        if (rehearsalSeed != null) {
            engine.put("rehearsal_seed", rehearsalSeed);
        }
        return door.post("sessions/" + sessionId + "/masterplans", Map.of("engine", engine), JsonNode.class)
                .path("masterplan_id")
                .asText();
    }

    public JsonNode discovery(String sessionId) {
        return door.get("sessions/" + sessionId + "/discovery", JsonNode.class);
    }

    public Accepted answer(String sessionId, Map<String, String> answers) {
        return door.post("sessions/" + sessionId + "/discovery/answers", Map.of("answers", answers), Accepted.class);
    }

    public MasterPlan masterPlan(String id) {
        return door.get("masterplans/" + id, MasterPlan.class);
    }

    /** @param files each with its name and its text */
    public Imported importPlan(List<?> files) {
        return door.post("masterplans/import", Map.of("files", files), Imported.class);
    }

    public JsonNode importReport(String id) {
        return door.get("masterplans/" + id + "/import", JsonNode.class);
    }

    /** Phases, milestones, tasks and subtasks of a plan. */
    public JsonNode planTree(String id) {
        return door.get("masterplans/" + id, JsonNode.class).path("plan");
    }

    /** Name of the engine that plans are made for. */
    public String engine() {
        return door.get("engine", JsonNode.class).path("name").asText();
    }

    public MasterPlan defer(String id, Object requirements, String reason) {
        return door.post(
                "masterplans/" + id + "/requirements/defer",
                Map.of("requirements", requirements, "reason", reason),
                MasterPlan.class);
    }

    public MasterPlan approve(String id, boolean withoutTests) {
        return door.post(
                "masterplans/" + id + "/approve",
                Map.of("start", true, "without_tests", withoutTests),
                MasterPlan.class);
    }

    public MasterPlan reject(String id, String reason) {
        return door.post("masterplans/" + id + "/reject", Map.of("reason", reason), MasterPlan.class);
    }

    /** All of them, newest first. */
    public List<Execution> executions() {
        List<Execution> runs = new ArrayList<>();
        Page<Execution> page;
        do {
            page = door.page("executions?limit=" + PAGE + "&offset=" + runs.size(), Execution.class);
            runs.addAll(page.items());
        } while (!page.items().isEmpty() && runs.size() < page.total());
        return runs;
    }

    public List<Execution> executionsOf(String masterplanId) {
        Page<Execution> page = door.page("executions?masterplan_id=" + masterplanId, Execution.class);
        return page.items();
    }

    public Execution execution(String id) {
        return door.get("executions/" + id, Execution.class);
    }

    public List<Wave> waves(String id) {
        return List.of(door.get("executions/" + id + "/waves", Wave[].class));
    }

    public List<AcceptanceTest> tests(String id) {
        return List.of(door.get("executions/" + id + "/tests", AcceptanceTest[].class));
    }

    /** Cards that are not settled yet. */
    public long openReviews(String masterplanId) {
        return Stream.of("PENDING", "IN_REVIEW", "DECIDED")
                .map(state -> "reviews?limit=1&state=" + state + "&masterplan_id=" + masterplanId)
                .mapToLong(path -> door.page(path, JsonNode.class).total())
                .sum();
    }

    public Command command(String id, String command) {
        return door.post("executions/" + id + "/commands", Map.of("command", command), Command.class);
    }

    public Command command(String id, Command sent) {
        return door.get("executions/" + id + "/commands/" + sent.id(), Command.class);
    }

    public Verification verify(String id, Path tar) {
        return door.upload("executions/" + id + "/verifications", tar, "application/x-tar", Verification.class);
    }

    /** Writes the git bundle of a run's workspace to a file. @throws java.io.UncheckedIOException when it can't */
    public void bundle(String id, Path file) {
        door.download("executions/" + id + "/workspace/bundle", file);
    }

    public JsonNode certificate(String id) {
        return door.get("executions/" + id + "/certificate", JsonNode.class);
    }
}
