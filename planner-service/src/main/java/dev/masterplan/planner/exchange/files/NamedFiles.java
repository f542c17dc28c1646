package dev.masterplan.planner.exchange.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text for the files that it names, in their order, each once; one that is written anywhere is written. */
final class NamedFiles {

    private static final Pattern MARKED = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern PLAIN = Pattern.compile(
            "(?<![\\w/@.:~*<-])(?:\\.?[\\w@-][\\w.@-]*/){0,40}\\.?[\\w@-][\\w.-]*\\w(?![\\w/(*-]|\\.\\w)");
    private static final Pattern LOOKED_AT =
            Pattern.compile("(?i)\\b(?:from|per|see|match(?:es|ing)?|via|using|reus(?:e|es|ing)"
                    + "|against|to extend|extends|extending|follow(?:s|ing)?|imports?|importing|calls?|consumes?|according to|based on"
                    + "|(?:specified|described|defined|documented) (?:in|by)|like|move|moves|moving|verify in|check)"
                    + "\\s+(?:(?!(?:and|in|at|to|into|as)\\b)[\\w'’:-]+\\s+){0,2}$");
    private static final Pattern LISTED = Pattern.compile("\\s*(?:\\([^)]*\\))?\\s*(?:,|and|,\\s*and|&|\\+)\\s*");
    private static final Pattern INTO = Pattern.compile(".*(?:—|–|:|\\(|\\|| - |\\bwith\\b).*");
    private static final Pattern FOR = Pattern.compile("\\s+(?:for|in|inside|under)\\s+(?:each of\\s+)?");
    private static final String IN_THAT_FOLDER = "its folder is the one named before it";
    private static final int LOOK_BACK = 60;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<String, Mention> found = new LinkedHashMap<>();

    private NamedFiles(String text) {
        this.text = text;
    }

    /** @param start index in the text, with its mark; @param end behind it */
    private record Token(String value, int start, int end, boolean folder) {

        boolean bare() {
            return !folder && !value.contains("/");
        }
    }

    /** Files of a text. */
    static List<Mention> in(String text) {
        NamedFiles reader = new NamedFiles(text);
        reader.cut();
        reader.settle();
        return List.copyOf(reader.found.values());
    }

    private void cut() {
        Matcher marked = MARKED.matcher(text);
        StringBuilder rest = new StringBuilder(text);
        while (marked.find()) {
            String token = marked.group(1).strip();
            token = token.startsWith("./") && token.length() > 2 ? token.substring(2) : token;
            if (FileName.folder(token) || FileName.marked(token)) {
                tokens.add(new Token(token, marked.start(), marked.end(), token.endsWith("/")));
            }
            rest.replace(marked.start(), marked.end(), "`".repeat(marked.end() - marked.start()));
        }
        Matcher plain = PLAIN.matcher(rest);
        while (plain.find()) {
            plain(plain.group(), plain.start());
        }
        tokens.sort((a, b) -> Integer.compare(a.start(), b.start()));
    }

    /** "a.py/b.py" are two files, not one in a folder. */
    private void plain(String token, int start) {
        int slash = token.indexOf('/');
        if (slash > 0 && FileName.plain(token.substring(0, slash))) {
            plain(token.substring(0, slash), start);
            plain(token.substring(slash + 1), start + slash + 1);
        } else if (FileName.plain(FileName.last(token)) && !token.contains("//")) {
            tokens.add(new Token(token, start, start + token.length(), false));
        }
    }

    private void settle() {
        Token folder = null;
        Token joined = null;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.folder()) {
                folder = token;
                joined = null;
            } else if (!token.bare()) {
                add(token.value(), token, null);
                joined = null;
            } else if (!behind(i).isEmpty()) {
                behind(i).forEach(each -> add(each + token.value(), token, "its folders are those named behind it"));
            } else if (folder != null && (listed(joined, token) || into(folder, token))) {
                add(folder.value() + token.value(), token, IN_THAT_FOLDER);
                joined = token;
            } else {
                add(token.value(), token, null);
            }
        }
    }

    private boolean listed(Token before, Token token) {
        return before != null
                && LISTED.matcher(text.substring(before.end(), token.start())).matches();
    }

    private boolean into(Token folder, Token token) {
        return INTO.matcher(text.substring(folder.end(), token.start())).matches();
    }

    /** Folders that follow a list of bare names: "`a.json` and `b.json` for `x/` and `y/`". */
    private List<String> behind(int from) {
        int i = from;
        while (i + 1 < tokens.size() && tokens.get(i + 1).bare() && listed(tokens.get(i), tokens.get(i + 1))) {
            i++;
        }
        List<String> folders = new ArrayList<>();
        boolean follows = i + 1 < tokens.size()
                && tokens.get(i + 1).folder()
                && FOR.matcher(text.substring(
                                tokens.get(i).end(), tokens.get(i + 1).start()))
                        .matches();
        while (follows) {
            i++;
            folders.add(tokens.get(i).value());
            follows = i + 1 < tokens.size() && tokens.get(i + 1).folder() && listed(tokens.get(i), tokens.get(i + 1));
        }
        return folders;
    }

    private void add(String path, Token token, String guessed) {
        String before = text.substring(Math.max(0, token.start() - LOOK_BACK), token.start());
        boolean written = !LOOKED_AT.matcher(before).find() && !FileName.specification(path);
        found.merge(path, new Mention(path, written, guessed), (a, b) -> a.written() ? a : b);
    }
}
