package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.ProblemException;
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
        Brief brief = Brief.read(options.brief());
        OutFolder out = OutFolder.open(options.out());
        try (Session session = Session.open(data, terminal, interruption)) {
            double stack = watch.lap();
            PlanFlow planning = new PlanFlow(session.gateway(), terminal, options);
            MasterPlan made = planning.make(brief);
            double plan = watch.lap();
            MasterPlan approved = planning.approve(made);
            out.claim(approved.id());
            watch.lap();
            RunFlow running = new RunFlow(session.gateway(), terminal, out);
            Execution run = follow(session, running, running.of(approved.id()), out);
            Seconds seconds = new Seconds(stack, plan, watch.lap(), watch.total());
            return end(session, run, options, out, seconds);
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
            if ("PAUSED".equals(found.state()) || "BLOCKED".equals(found.state())) {
                new Commands(session.gateway()).carryOut(found.id(), "resume");
            }
            Execution run = follow(session, new RunFlow(session.gateway(), terminal, out), found, out);
            Seconds seconds = new Seconds(stack, 0, watch.lap(), watch.total());
            return end(
                    session,
                    run,
                    new BuildOptions(null, null, true, null, stop, null, null, null, false),
                    out,
                    seconds);
        }
    }

    private Execution follow(Session session, RunFlow running, Execution found, OutFolder out) {
        if (session.owned() || terminal.interactive()) {
            terminal.line(terminal.faint(
                    "  run " + found.id() + "   board " + session.instance().board(found.id())));
        }
        interruption.add(() -> running.pause(found.id(), ResumeLine.of(found.id(), out, data)));
        return running.follow(found.id());
    }

    private Exit end(Session session, Execution run, BuildOptions options, OutFolder out, Seconds seconds) {
        Gateway gateway = session.gateway();
        Exit exit = Result.exit(run, gateway.masterPlan(run.masterplanId()));
        if (out != null) {
            keepCertificate(gateway, run, out);
        }
        EndPicture picture = new EndPicture(terminal);
        picture.show(run, seconds.execute(), out == null ? 0 : out.commits());
        if (out != null && out.commits() > 0) {
            picture.next(out.path().toString(), run.traceId());
        }
        if (options.json() != null) {
            Result.of(run, gateway.waves(run.id()), seconds).write(options.json());
        }
        stayUp(session, run, options.stop(), exit, out);
        return exit;
    }

    private void keepCertificate(Gateway gateway, Execution run, OutFolder out) {
        try {
            out.keep("certificate.json", gateway.certificate(run.id()).toPrettyString() + "\n");
        } catch (ProblemException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
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
