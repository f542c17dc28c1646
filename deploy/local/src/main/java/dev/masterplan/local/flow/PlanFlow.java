package dev.masterplan.local.flow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Coverage;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.show.Editor;
import dev.masterplan.local.show.PlanPicture;
import dev.masterplan.local.show.Terminal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From the brief to an approved plan. */
final class PlanFlow {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Gateway gateway;
    private final Terminal terminal;
    private final PlanPicture picture;
    private final BuildOptions options;
    private final String dataOption;

    /** @param dataOption how the data folder is named on a command line */
    PlanFlow(Gateway gateway, Terminal terminal, BuildOptions options, String dataOption) {
        this.dataOption = dataOption;
        this.gateway = gateway;
        this.terminal = terminal;
        this.picture = new PlanPicture(terminal);
        this.options = options;
    }

    /** Sends the brief and shows what came of it. @throws StopException when there is no plan */
    MasterPlan make(Brief brief) {
        if (options.rehearsalSeed() != null) {
            terminal.line("Rehearsal with seed " + options.rehearsalSeed()
                    + ": one fault stays until a person edits the" + " file; prices are invented");
        }
        terminal.live("Reading " + brief.shown());
        String session = gateway.createSession(brief.title()).id();
        MasterPlan plan =
                understood(gateway.say(session, "/masterplan\n" + brief.text()).masterplanId());
        Map<String, String> answers = recommended(plan.discovery().path("questions"));
        if (!answers.isEmpty()) {
            gateway.answer(session, answers);
        }
        if (!answers.isEmpty() || options.rehearsalSeed() != null) {
            plan = understood(gateway.plan(session, options.rehearsalSeed()));
        }
        noted(plan);
        picture.read(brief.shown(), brief.lines(), plan);
        return plan;
    }

    /** Sends a plan that is there already, and shows what came of it and what the engine can write. */
    MasterPlan bring(PlanFiles files) {
        ImportFlow importing = new ImportFlow(gateway, terminal);
        MasterPlan plan = importing.send(files);
        importing.show(files, plan);
        return noted(plan);
    }

    private MasterPlan noted(MasterPlan plan) {
        options.result()
                .planned(
                        plan.id(),
                        missing(plan).stream().map(Coverage::requirementKey).toList());
        return plan;
    }

    private MasterPlan understood(String id) {
        MasterPlan plan = Polling.until("planning", PATIENCE, () -> gateway.masterPlan(id), MasterPlan::settled);
        if (!plan.status().equals("DRAFT")) {
            throw new StopException(Exit.ERROR, plan.statusReason() == null ? plan.status() : plan.statusReason());
        }
        return plan;
    }

    private static Map<String, String> recommended(JsonNode questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (JsonNode question : questions) {
            if (question.path("answer").asText("").isEmpty()) {
                answers.put(
                        question.path("id").asText(),
                        question.path("recommended").asText());
            }
        }
        return answers;
    }

    /** Settles what is not covered, shows the plan, asks. @throws StopException when it is not to be built */
    MasterPlan settle(MasterPlan made) {
        MasterPlan plan = noted(settleMissing(deferAsAsked(made)));
        picture.plan(plan);
        if (!plan.analysis().errors().isEmpty()) {
            throw new StopException(Exit.BLOCKED, "the plan has errors and can't be approved");
        }
        refuseUntested(plan);
        if (!agreed()) {
            gateway.reject(plan.id(), "not approved in the terminal");
            throw new StopException(Exit.CANCELLED, "not approved, nothing was built");
        }
        return plan;
    }

    MasterPlan approve(MasterPlan plan) {
        return gateway.approve(plan.id(), options.withoutTests() || untested(plan));
    }

    private static boolean untested(MasterPlan plan) {
        return plan.estimate().tests() == 0;
    }

    /** A plan that no test proves anything of is built only when a person says so. */
    private void refuseUntested(MasterPlan plan) {
        if (!untested(plan) || options.untested()) {
            return;
        }
        terminal.line(terminal.warning("No acceptance test proves anything of this plan."));
        if (!terminal.interactive()
                || !terminal.ask("build without acceptance tests? [y/N]", "n").equals("y")) {
            throw new StopException(
                    Exit.BLOCKED, "nothing was built; to build it without acceptance tests: --without-tests");
        }
    }

    private boolean agreed() {
        if (options.yes()) {
            return true;
        }
        if (!terminal.interactive()) {
            throw new StopException(Exit.CANCELLED, "this is no terminal, so nobody can approve: add --yes");
        }
        return terminal.ask("approve? [Y/n]", "y").equals("y");
    }

    private MasterPlan deferAsAsked(MasterPlan plan) {
        if (options.deferred() == null) {
            return plan;
        }
        Object which = options.deferred().equals("all")
                ? "all"
                : List.of(options.deferred().split("\\s*,\\s*"));
        return defer(plan, which, options.reason());
    }

    private MasterPlan defer(MasterPlan plan, Object which, String reason) {
        return gateway.defer(plan.id(), which, reason == null ? "deferred in the terminal" : reason);
    }

    private MasterPlan settleMissing(MasterPlan plan) {
        List<Coverage> missing = missing(plan);
        if (missing.isEmpty()) {
            return plan;
        }
        terminal.line(terminal.warning("Not covered, though it must be:"));
        missing.forEach(each -> terminal.line(missingLine(each, plan.discovery())));
        if (!terminal.interactive()) {
            String keys = missing.stream().map(Coverage::requirementKey).collect(Collectors.joining(","));
            throw new StopException(
                    Exit.BLOCKED, "nothing was built; to put them off: " + options.deferring(keys, dataOption));
        }
        return switch (terminal.ask("[d]efer all, [e]dit, [q]uit?", "q")) {
            case "d" -> defer(plan, "all", options.reason());
            case "e" -> settleMissing(edited(plan));
            default -> throw new StopException(Exit.CANCELLED, "stopped, nothing was built");
        };
    }

    /** The plan of the brief as the person's editor left it; the same plan where there is no editor. */
    private MasterPlan edited(MasterPlan plan) {
        Optional<Editor> editor = Editor.chosen();
        if (editor.isEmpty()) {
            terminal.line("no editor is chosen: set VISUAL or EDITOR, or edit " + options.brief()
                    + " elsewhere and run the same line again");
            return plan;
        }
        if (!editor.get().edit(options.brief())) {
            terminal.line("the editor (" + editor.get() + ") failed");
            return plan;
        }
        gateway.reject(plan.id(), "the brief was edited in the terminal");
        return deferAsAsked(make(Brief.read(options.brief())));
    }

    private static String missingLine(Coverage missing, JsonNode discovery) {
        for (JsonNode requirement : discovery.path("requirements")) {
            if (requirement.path("key").asText().equals(missing.requirementKey())) {
                return "  %s  line %d  \"%s\": %s"
                        .formatted(
                                missing.requirementKey(),
                                requirement.path("source").path("line").asInt(),
                                requirement.path("sentence").asText(),
                                missing.reason());
            }
        }
        return "  " + missing.requirementKey() + "  " + missing.reason();
    }

    private static List<Coverage> missing(MasterPlan plan) {
        return plan.analysis().coverage().stream().filter(Coverage::missingMust).toList();
    }
}
