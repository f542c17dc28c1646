package dev.masterplan.execution;

import java.util.regex.Pattern;

/** Folders and files of this machine, which are nobody's business who does not sit at it. */
public final class MachinePaths {

    private static final Pattern PATH = Pattern.compile("[^\\s'\"(]*[/\\\\][^\\s'\")]*");

    private MachinePaths() {}

    /** The same sentence, each path of it an ellipsis; empty when nothing is left. */
    public static String hiddenIn(String said) {
        String known = said == null ? "" : PATH.matcher(said).replaceAll("…").strip();
        return known.equals("…") ? "" : known;
    }
}
