package dev.masterplan.local.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be done when the process is told to end (Ctrl-C, SIGTERM): newest first, each once. */
public final class Interruption {

    private static final int INTERRUPTED = 130;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private volatile boolean happening;
    private volatile boolean over;
    private volatile int status = INTERRUPTED;

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

    private void happen() {
        if (over) {
            return;
        }
        happening = true;
        Runnable task = next();
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                System.err.println("masterplan: " + e.getMessage());
            }
            task = next();
        }
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }

    private synchronized Runnable next() {
        return tasks.poll();
    }
}
