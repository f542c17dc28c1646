package dev.masterplan.local.show;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * Lines for a person: one live line that is painted over where there is a terminal, plain lines elsewhere.
 *
 * <p>Safe for several threads; a line never breaks into another.
 */
public final class Terminal {

    /** What a question gets at the end of the input: nobody said anything, not even "as you like". */
    public static final String NO_ANSWER = "";

    private static final String CLEAR = "\r\033[K";
    /** One for the process: what a reader took in ahead would be lost to the next. */
    private static final BufferedReader ANSWERS =
            new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader answers;
    private final boolean interactive;
    private final boolean colours;
    private boolean painted;
    private String mark = "";

    public Terminal(PrintStream out, PrintStream err, boolean interactive, boolean colours) {
        this(out, err, ANSWERS, interactive, colours);
    }

    Terminal(PrintStream out, PrintStream err, BufferedReader answers, boolean interactive, boolean colours) {
        this.out = out;
        this.err = err;
        this.answers = answers;
        this.interactive = interactive;
        this.colours = colours;
    }

    /** The terminal of this process; colours are off with {@code NO_COLOR} or when output goes elsewhere. */
    public static Terminal ofProcess() {
        boolean interactive = System.console() != null && System.console().isTerminal();
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean noColour = System.getenv().getOrDefault("NO_COLOR", "").length() > 0;
        return new Terminal(System.out, System.err, interactive && !dumb, interactive && !dumb && !noColour);
    }

    /** The same process' lines beside its output, which is for a program then. */
    public Terminal aside() {
        return new Terminal(err, err, false, false);
    }

    /** From now on every line says that faults are injected, so that none can be taken for the real thing. */
    public synchronized void markRehearsal() {
        mark = "[rehearsal, faults injected] ";
    }

    /** True when a person can answer. */
    public boolean interactive() {
        return interactive;
    }

    public synchronized void line(String text) {
        clear();
        out.println(mark + text);
        out.flush();
    }

    public void lines(List<String> texts) {
        texts.forEach(this::line);
    }

    /** The line that is painted over by the next; nothing where there is no terminal. */
    public synchronized void live(String text) {
        if (interactive) {
            out.print(CLEAR + mark + text);
            out.flush();
            painted = true;
        }
    }

    public synchronized void error(String text) {
        clear();
        err.println(mark + "masterplan: " + text);
        err.flush();
    }

    /**
     * The first letter of the answer in lower case, {@code standard} for an empty line, {@link #NO_ANSWER} where the
     * input ends. Other threads may write meanwhile.
     */
    public String ask(String question, String standard) {
        synchronized (this) {
            clear();
            out.print(mark + question + " ");
            out.flush();
        }
        try {
            String line = answers.readLine();
            if (line == null) {
                return NO_ANSWER;
            }
            return line.isBlank() ? standard : line.strip().substring(0, 1).toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }

    public String good(String text) {
        return colour("32", text);
    }

    public String bad(String text) {
        return colour("31", text);
    }

    public String warning(String text) {
        return colour("33", text);
    }

    public String faint(String text) {
        return colour("2", text);
    }

    public String strong(String text) {
        return colour("1", text);
    }

    private String colour(String code, String text) {
        return colours ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    private void clear() {
        if (painted) {
            out.print(CLEAR);
            painted = false;
        }
    }
}
