package dev.masterplan.planner.exchange;

import dev.masterplan.planner.analysis.Analysis;
import dev.masterplan.planner.analysis.Estimate;
import dev.masterplan.planner.exchange.source.Note.Kind;
import dev.masterplan.planner.masterplan.PlanContent;

/** What the assistant says about an import. */
public final class ImportReply {

    private ImportReply() {}

    public static String of(ImportReport report, PlanContent content) {
        Estimate estimate = content.estimate();
        Analysis analysis = content.analysis();
        return "Read as " + report.format().shown() + ": "
                + counted(estimate.milestones(), "milestone") + ", "
                + counted(estimate.tasks(), "task") + ", "
                + counted(estimate.subtasks(), "subtask") + ", "
                + counted(content.discovery().requirements().size(), "requirement") + ". Of the files' parts "
                + report.count(Kind.MAPPED) + " stand in the plan as they are, " + report.count(Kind.GUESSED)
                + " were guessed, " + report.count(Kind.DROPPED) + " left out: the report names each with its line. "
                + (analysis.blocksApproval()
                        ? "The plan can't be approved yet: "
                                + counted(analysis.errors().size(), "error") + "."
                        : "Read it and approve or reject it.")
                + (content.tests().isEmpty()
                        ? " No acceptance test proves anything of it: to build it all the same, approve it without tests."
                        : "");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
