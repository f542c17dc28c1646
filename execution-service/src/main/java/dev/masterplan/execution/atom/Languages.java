package dev.masterplan.execution.atom;

import java.util.Map;

/** The language of a file by its extension; what is unknown is plain text. */
public final class Languages {

    private static final String PLAIN_TEXT = "text";

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("py", "python"),
            Map.entry("js", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("java", "java"),
            Map.entry("sql", "sql"),
            Map.entry("html", "html"),
            Map.entry("css", "css"),
            Map.entry("json", "json"),
            Map.entry("toml", "toml"),
            Map.entry("yaml", "yaml"),
            Map.entry("yml", "yaml"),
            Map.entry("xml", "xml"),
            Map.entry("sh", "shell"),
            Map.entry("md", "markdown"));

    private Languages() {}

    public static String of(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? PLAIN_TEXT : BY_EXTENSION.getOrDefault(path.substring(dot + 1), PLAIN_TEXT);
    }
}
