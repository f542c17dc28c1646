package dev.masterplan.planner.exchange.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the names of files from everything else that is written with dots and slashes. */
final class FileName {

    private static final Set<String> ENDINGS = Set.of(
            "c",
            "cc",
            "cfg",
            "conf",
            "cpp",
            "cs",
            "css",
            "csv",
            "dart",
            "env",
            "ex",
            "exs",
            "go",
            "gradle",
            "graphql",
            "h",
            "hpp",
            "html",
            "ini",
            "ipynb",
            "java",
            "js",
            "json",
            "json5",
            "jsonc",
            "jsx",
            "kt",
            "kts",
            "lock",
            "lua",
            "md",
            "mdx",
            "mjs",
            "mts",
            "cjs",
            "cts",
            "php",
            "pl",
            "prisma",
            "properties",
            "proto",
            "ps1",
            "py",
            "pyi",
            "r",
            "rb",
            "rs",
            "sass",
            "scala",
            "scss",
            "sh",
            "sql",
            "svelte",
            "svg",
            "swift",
            "tex",
            "tf",
            "toml",
            "ts",
            "tsx",
            "txt",
            "vue",
            "xml",
            "yaml",
            "yml",
            "zig");
    private static final Set<String> WHOLE_NAMES = Set.of(
            "dockerfile",
            "makefile",
            "justfile",
            "procfile",
            "license",
            ".gitignore",
            ".dockerignore",
            ".editorconfig",
            ".npmrc",
            ".nvmrc",
            ".prettierrc",
            ".eslintrc");
    private static final Pattern CHARACTERS =
            Pattern.compile("[\\w.@()\\[\\]{}+=~-]+(?:/[\\w.@()\\[\\]{}+=~-]+){0,40}/?");
    private static final Pattern ONLY_AN_ENDING = Pattern.compile("\\.\\w+\\.[cm]?[jt]sx?");
    private static final int LONGEST = 300;
    private static final Pattern ANY_ENDING = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,9}");

    private static final Pattern SPECIFICATION =
            Pattern.compile("(?i)(?:.*/)?[\\w.-]*(?:spec|specification|prd)\\.(?:md|txt)");

    private FileName() {}

    /** What stands between two backticks: {@code src/app/[id]/route.ts}. */
    static boolean marked(String token) {
        if (!written(token) || token.endsWith("/")) {
            return false;
        }
        String last = last(token);
        return token.contains("/")
                ? known(last) || ANY_ENDING.matcher(ending(last)).matches()
                : known(last);
    }

    static boolean folder(String token) {
        return written(token) && token.endsWith("/") && token.length() > 1;
    }

    /** Whether the last part of a path is a file by its ending or its whole name. */
    static boolean known(String last) {
        String lower = last.toLowerCase(Locale.ROOT);
        return WHOLE_NAMES.contains(lower)
                || lower.startsWith(".env")
                || !stem(lower).isEmpty()
                        && !ONLY_AN_ENDING.matcher(lower).matches()
                        && ENDINGS.contains(ending(lower));
    }

    /** A name in running text without a folder; {@code Node.js} is none. */
    static boolean plain(String name) {
        return known(name) && !(name.endsWith(".js") && Character.isUpperCase(name.charAt(0)));
    }

    /** A document that says what to build: it is read. */
    static boolean specification(String path) {
        return SPECIFICATION.matcher(path).matches();
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean written(String token) {
        return token.length() <= LONGEST
                && CHARACTERS.matcher(token).matches()
                && !token.startsWith("@")
                && !token.contains("()");
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
