package dev.masterplan.messaging.plan;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which paths a plan may name and an author may write: the analysis asks it before the approval, execution
 * before it writes. What passes is a relative path that means the same file on every system and can't reach git, the
 * service's own folders or anything outside the tree.
 */
public final class PathGuard {

    private static final int LONGEST_PATH = 240;
    private static final int LONGEST_NAME = 120;
    private static final int DEEPEST = 16;
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|com[0-9¹²³]|lpt[0-9¹²³])(\\..*)?");
    private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*\\\\]");

    private PathGuard() {}

    /** Why nobody may write that path; empty = fine. */
    public static Optional<String> problem(String path) {
        if (path == null || path.isBlank()) {
            return Optional.of("the path is empty");
        }
        if (path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            return Optional.of("the path is longer than " + LONGEST_PATH + " bytes");
        }
        if (path.startsWith("/") || path.startsWith("~")) {
            return Optional.of("the path is not relative");
        }
        if (path.codePoints().anyMatch(PathGuard::invisible)) {
            return Optional.of("the path holds a character that can't be seen");
        }
        if (!Normalizer.isNormalized(path, Normalizer.Form.NFC)) {
            return Optional.of("the path is not in Unicode's normal form");
        }
        String[] names = path.split("/", -1);
        if (names.length > DEEPEST) {
            return Optional.of("more than " + DEEPEST + " folders deep");
        }
        for (String name : names) {
            Optional<String> problem = problemOfName(name);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    /** Like {@link #problem}, and the acceptance tests are out of reach. */
    public static Optional<String> problemForAtom(String path) {
        return problem(path)
                .or(() -> folded(path).matches("acceptance(/.*)?")
                        ? Optional.of("acceptance tests are read-only for atoms")
                        : Optional.empty());
    }

    /** Why the path can't stand beside the others: another case of the same name, or a file where a folder is. */
    public static Optional<String> clash(String path, Collection<String> others) {
        PathNames names = new PathNames();
        others.stream().filter(other -> !other.equals(path)).forEach(names::add);
        return names.add(path);
    }

    private static Optional<String> problemOfName(String name) {
        String folded = folded(name);
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return Optional.of("the path has an empty, '.' or '..' part");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("a name is longer than " + LONGEST_NAME + " characters");
        }
        if (folded.startsWith(".git") || folded.startsWith("git~")) {
            return Optional.of("names that begin with .git are git's");
        }
        if (folded.equals(".masterplan")) {
            return Optional.of(".masterplan is the service's");
        }
        if (RESERVED.matcher(folded).matches()) {
            return Optional.of("'" + name + "' is a device on some systems");
        }
        if (SPECIAL.matcher(name).find()) {
            return Optional.of("a name holds one of < > : \" | ? * \\");
        }
        if (name.startsWith("-") || name.startsWith(" ") || name.endsWith(" ") || name.endsWith(".")) {
            return Optional.of("a name begins with '-' or a space, or ends with a dot or a space");
        }
        return Optional.empty();
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.SPACE_SEPARATOR && c != ' ')
                || (c >= 0xFE00 && c <= 0xFE0F);
    }
}
