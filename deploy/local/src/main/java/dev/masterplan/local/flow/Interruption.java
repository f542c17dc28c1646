package dev.masterplan.local.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** What has to be done when the process is told to end (Ctrl-C, SIGTERM): newest first, each once. */
public final class Interruption {

    private static final int INTERRUPTED = 130;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final IntConsumer halt;
    private volatile BiConsumer<String, String> lastWords = (status, reason) -> {};
    private volatile boolean happening;
    private volatile boolean over;
    private volatile int status = INTERRUPTED;

    public Interruption() {
        this(status -> Runtime.getRuntime().halt(status));
    }

    /** @param halt ends the process at once, with a status */
    Interruption(IntConsumer halt) {
        this.halt = halt;
    }

    /** Installs it for this process. */
    public static Interruption ofProcess() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::happen, "interruption"));
        return interruption;
    }

    /** Adds what has to be done. */
    public synchronized void add(Runnable task) {
        tasks.push(task);
    }

    /** Gets a status and a reason right before the process ends in another way than by itself. */
    public void lastly(BiConsumer<String, String> words) {
        lastWords = words;
    }

    /** Ends the process at once, because what it worked with is gone. */
    void collapsed(String why) {
        end("ERROR", why + ", so everything stopped", Exit.ERROR.status());
    }

    /** From now on an interruption is the ordinary end, with this status. */
    public void isOrdinaryEnd(int exitStatus) {
        status = exitStatus;
    }

    /** The process ended by itself; nothing is left to do. */
    public void over() {
        over = true;
    }

    public boolean happening() {
        return happening;
    }

    void happen() {
        if (over) {
            return;
        }
        happening = true;
        Runnable task = next();
        while (task != null) {
            attempt(task);
            task = next();
        }
        end("INTERRUPTED", "the process was told to end", status);
    }

    private void end(String word, String reason, int exitStatus) {
        attempt(() -> lastWords.accept(word, reason));
        System.out.flush();
        halt.accept(exitStatus);
    }

    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            System.err.println("masterplan: " + e.getMessage());
        }
    }

    private synchronized Runnable next() {
        return tasks.poll();
    }
}
