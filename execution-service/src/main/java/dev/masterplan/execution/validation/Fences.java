package dev.masterplan.execution.validation;

import java.util.List;

/** Takes the Markdown fence off that authors like to put around a whole file. */
public final class Fences {

    private static final String FENCE = "```";

    private Fences() {}

    /** The content without a fence around all of it; a Markdown file and everything else stays as it is. */
    public static String strip(String content, String language) {
        if (language.equals("markdown")) {
            return content;
        }
        List<String> lines = content.strip().lines().toList();
        boolean fenced = lines.size() >= 2
                && lines.getFirst().startsWith(FENCE)
                && !lines.getFirst().substring(FENCE.length()).contains("`")
                && lines.getLast().strip().equals(FENCE);
        return fenced ? String.join("\n", lines.subList(1, lines.size() - 1)) + "\n" : content;
    }

    /** Whether fences are left in the first or last line. */
    static boolean remain(String content) {
        String text = content.strip();
        return text.startsWith(FENCE) || text.endsWith(FENCE);
    }
}
