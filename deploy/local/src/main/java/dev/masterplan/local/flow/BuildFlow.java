package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Execution;
import dev.masterplan.local.client.Views.MasterPlan;
import dev.masterplan.local.out.OutFolder;
import dev.masterplan.local.show.EndPicture;
import dev.masterplan.local.show.Terminal;
import dev.masterplan.local.stack.DataFolder;

/** {@code build}: a brief goes in, a tested program comes out. */
public final class BuildFlow {

    private final Terminal terminal;
    private final Interruption interruption;
    private final DataFolder data;

    public BuildFlow(Terminal terminal, Interruption interruption, DataFolder data) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.data = data;
    }

    /** From the brief to the end of the run. */
    public Exit build(BuildOptions options) {
        Seconds.Watch watch = new Seconds.Watch();
        PlanFiles files = PlanFiles.at(options.brief()) ? PlanFiles.read(options.brief()) : null;
        Brief brief = files == null ? Brief.read(options.brief()) : null;
        OutFolder out = OutFolder.openNew(options.out());
        try (Session session = Session.open(data, terminal, interruption)) {
            double stack = watch.lap();
            PlanFlow planning = new PlanFlow(session.gateway(), terminal, options, Session.dataOption(data));
            MasterPlan made = files == null ? planning.make(brief) : planning.bring(files);
            double plan = watch.lap();
            MasterPlan settled = planning.settle(made);
            interruption.add(() -> pausing(session, out).pauseRunOf(settled.id(), out::release));
            approve(planning, settled, out);
            watch.lap();
            RunFlow running = new RunFlow(session.gateway(), terminal, interruption, out);
            Execution started = running.of(settled.id());
            options.result().running(started.id());
            Execution run = follow(session, running, started);
            Seconds seconds = new Seconds(stack, plan, watch.lap(), watch.total());
            return end(session, running, run, options, out, seconds);
        }
    }

    private static void approve(PlanFlow planning, MasterPlan settled, OutFolder out) {
        out.claim(settled.id());
        try {
            planning.approve(settled);
        } catch (RuntimeException e) {
            out.release();
            throw e;
        }
    }

    /** Goes on with a run that stands still, until it ends or blocks again. */
    public Exit resume(String runId, OutFolder out, boolean stop) {
        Seconds.Watch watch = new Seconds.Watch();
        try (Session session = Session.open(data, terminal, interruption)) {
            double stack = watch.lap();
            Execution found = RunName.find(session.gateway(), runId);
            if (found.rehearsal()) {
                terminal.markRehearsal();
            }
            if (out != null) {
                out.claim(found.masterplanId());
            }
            Commands commands = new Commands(session.gateway());
            Commands.toGoOn(found.state()).ifPresent(command -> commands.carryOut(found.id(), command));
            interruption.add(() -> pausing(session, out).pause(found.id()));
            RunFlow running = new RunFlow(session.gateway(), terminal, interruption, out);
            Execution run = follow(session, running, found);
            Seconds seconds = new Seconds(stack, 0, watch.lap(), watch.total());
            return end(session, running, run, BuildOptions.toGoOn(stop), out, seconds);
        }
    }

    private Pausing pausing(Session session, OutFolder out) {
        return new Pausing(session.gateway().impatient(), terminal, id -> ResumeLine.of(id, out, data));
    }

    private Execution follow(Session session, RunFlow running, Execution found) {
        if (session.owned() || terminal.interactive()) {
            terminal.line(terminal.faint(
                    "  run " + found.id() + "   board " + session.instance().board(found.id())));
        }
        return running.follow(found.id());
    }

    private Exit end(
            Session session, RunFlow running, Execution run, BuildOptions options, OutFolder out, Seconds seconds) {
        Gateway gateway = session.gateway();
        Exit exit = Result.exit(run, gateway.masterPlan(run.masterplanId()));
        running.keepCertificate(run.id());
        EndPicture picture = new EndPicture(terminal);
        long openReviews = gateway.openReviews(run.masterplanId());
        picture.show(run, seconds.execute(), out == null ? 0 : out.commits(), openReviews);
        if (exit == Exit.COMPLETED_WITH_GAPS) {
            picture.notProved(gateway.tests(run.id()));
        }
        if (running.outGivenUp() != null) {
            terminal.error("the program is not in " + out.path() + " (" + running.outGivenUp()
                    + "): ./masterplan export " + run.id() + " --out DIR" + Session.dataOption(data));
            exit = exit.unlessWorse(Exit.ERROR);
        } else if (out != null && out.commits() > 0) {
            picture.next(out.path().toString(), run);
        }
        if (options.result().wanted()) {
            options.result()
                    .write(Result.of(run, gateway.waves(run.id()), openReviews, seconds)
                            .json());
        }
        stayUp(session, run, options.stop(), exit, out);
        return exit;
    }

    private void sayHowToGoOn(Execution run, OutFolder out) {
        String up = "./masterplan up" + Session.dataOption(data);
        String resume = ResumeLine.of(run.id(), out, data);
        switch (run.state()) {
            case "BLOCKED" -> {
                terminal.line("Stopped; to cure it on its board: " + up);
                terminal.line("  then, for the program: " + resume);
            }
            case "PAUSED" -> terminal.line("Stopped; this brings the run back: " + resume);
            default -> terminal.line("Stopped; this brings the run back: " + up);
        }
    }

    private void stayUp(Session session, Execution run, boolean stop, Exit exit, OutFolder out) {
        if (!session.owned()) {
            return;
        }
        if (stop || !terminal.interactive()) {
            sayHowToGoOn(run, out);
            return;
        }
        terminal.line("  board " + session.instance().board(run.id()) + "   (up until Ctrl-C)");
        interruption.isOrdinaryEnd(exit.status());
        Waiting.forInterruption();
    }
}
