package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.show.Terminal;
import dev.masterplan.local.stack.DataFolder;
import dev.masterplan.local.stack.Instance;
import dev.masterplan.local.stack.Stack;
import dev.masterplan.local.stack.StackException;
import java.nio.file.Path;
import java.util.Optional;

/** The running stack a command talks to: one that was there already, or its own. */
public final class Session implements AutoCloseable {

    private final Instance instance;
    private final Gateway gateway;
    private final Stack own;
    private final double seconds;

    private Session(Instance instance, Stack own, double seconds) {
        this.instance = instance;
        this.gateway = new Gateway(instance.url(), instance.token());
        this.own = own;
        this.seconds = seconds;
    }

    /** Uses the instance that runs on the folder, or starts one. */
    public static Session open(DataFolder folder, Terminal terminal, Interruption interruption) {
        long start = System.nanoTime();
        Optional<Instance> running = Instance.awaitReady(folder);
        if (running.isPresent()) {
            terminal.line("Using the instance that runs on " + folder.path() + " (process "
                    + running.get().pid() + ")");
            return new Session(running.get(), null, since(start));
        }
        terminal.live("Starting PostgreSQL, Kafka and four services");
        Stack stack = Stack.start(
                Path.of(System.getProperty("masterplan.root", ".")),
                folder,
                new Stack.Options(true, terminal::line, interruption::collapsed),
                interruption::add);
        Session session = new Session(stack.instance(), stack, since(start));
        terminal.line("Started PostgreSQL, Kafka and four services in %.1f s".formatted(session.seconds));
        return session;
    }

    /** The instance that runs on the folder. @throws StackException when none does */
    public static Session attach(DataFolder folder) {
        Instance instance = Instance.awaitReady(folder)
                .orElseThrow(() -> new StackException(
                        "nothing runs on " + folder.path() + ": start it with ./masterplan up" + dataOption(folder)));
        return new Session(instance, null, 0);
    }

    /** How to name this folder on a command line; empty for the usual one. */
    public static String dataOption(DataFolder folder) {
        Path usual = Path.of(System.getProperty("user.home"), ".masterplan");
        return folder.path().equals(usual)
                ? ""
                : " --data " + ShellWord.of(folder.path().toString());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    public Gateway gateway() {
        return gateway;
    }

    public Instance instance() {
        return instance;
    }

    /** True when the stack ends with this process. */
    public boolean owned() {
        return own != null;
    }

    /** How long it took until the stack was ready. */
    public double seconds() {
        return seconds;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
