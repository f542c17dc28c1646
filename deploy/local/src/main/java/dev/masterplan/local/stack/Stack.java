package dev.masterplan.local.stack;

import dev.masterplan.backing.Backing;
import dev.masterplan.backing.BackingException;
import dev.masterplan.backing.BackingOptions;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * PostgreSQL, Kafka and the four services on one data folder.
 *
 * <p>A service that dies is started again within its {@link RestartBudget}; beyond it everything stops.
 */
public final class Stack implements AutoCloseable {

    private static final Duration UNTIL_BACKING_ENDS = Duration.ofSeconds(20);

    private final Path root;
    private final DataFolder folder;
    private final FileLock lock;
    private final Consumer<String> say;
    private final Consumer<String> onCollapse;
    private final Clock clock = Clock.systemUTC();
    private final Map<ServiceName, ServiceProcess> services = new ConcurrentHashMap<>();
    private final Map<ServiceName, RestartBudget> budgets = new ConcurrentHashMap<>();
    private final Ports ports;
    /** Held while PostgreSQL and Kafka begin: whoever stops waits for them, to end them. */
    private final ReentrantLock beginning = new ReentrantLock();

    private Backing backing;
    private Settings settings;
    private volatile boolean stopping;

    private Stack(Path root, DataFolder folder, FileLock lock, Options options) {
        this.root = root;
        this.folder = folder;
        this.lock = lock;
        this.say = options.say();
        this.onCollapse = options.onCollapse();
        this.ports = Ports.choose(options.usualPorts());
    }

    /**
     * @param usualPorts 8080 to 8083 where they are free, else any
     * @param say        gets one line for each thing a person should know
     * @param onCollapse gets once, after everything was stopped, what can't go on
     */
    public record Options(boolean usualPorts, Consumer<String> say, Consumer<String> onCollapse) {}

    /**
     * Starts everything and returns when it is ready.
     *
     * @param onInterruption gets what has to be done when the process is told to end, before anything runs
     * @throws StackException when the folder is in use, or something does not start; nothing is left running then
     */
    public static Stack start(Path root, DataFolder folder, Options options, Consumer<Runnable> onInterruption) {
        FileLock lock = folder.lock()
                .orElseThrow(() -> new StackException("another process works on " + folder.path()
                        + ": wait for it, or choose another folder with --data DIR"));
        Stack stack = new Stack(root, folder, lock, options);
        onInterruption.accept(stack::close);
        try {
            Orphans.stop(folder);
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void startAll() {
        Arrays.stream(ServiceName.values())
                .map(name -> name.program(root))
                .filter(Files::notExists)
                .findFirst()
                .ifPresent(missing -> {
                    throw new StackException(missing + " is missing: the product is not built completely");
                });
        String token = Settings.token(folder);
        writeInstance(token);
        startBacking();
        settings = new Settings(folder, backing, ports);
        for (ServiceName name : ServiceName.values()) {
            budgets.put(name, new RestartBudget());
            launch(name);
        }
        writeInstance(token);
        CompletableFuture<?>[] ready = Arrays.stream(ServiceName.values())
                .map(name -> CompletableFuture.runAsync(
                        () -> Health.await(services.get(name), ports.url(name)), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        joinAll(ready);
        services.values().forEach(this::watch);
        Postmaster.of(folder).ifPresent(postgres -> postgres.whenGone(this::databaseGone));
        if (ports.gatewayMoved() && ports.of(ServiceName.GATEWAY) > 0) {
            say.accept("port " + ServiceName.GATEWAY.usualPort() + " is taken, the board is at " + url());
        }
        String spans = Collector.remark();
        if (!spans.isEmpty()) {
            say.accept(spans);
        }
    }

    private void startBacking() {
        beginning.lock();
        try {
            refuseWhenStopping();
            backing = newBacking();
        } finally {
            beginning.unlock();
        }
    }

    private void refuseWhenStopping() {
        if (stopping) {
            throw new StackException("stopping");
        }
    }

    private Backing newBacking() {
        System.setProperty("org.slf4j.simpleLogger.logFile", backingLog().toString());
        try {
            Files.createDirectories(folder.logs());
            folder.refuseDatabaseWithoutSecrets();
            Backing.whenKafkaGivesUp(this::kafkaGone);
            return Backing.start(BackingOptions.durable(folder.path()).withSecuredKafka());
        } catch (BackingException | java.io.IOException e) {
            Postmaster.of(folder).ifPresent(Postmaster::end);
            throw new StackException(e.getMessage(), e);
        }
    }

    private static void joinAll(CompletableFuture<?>[] all) {
        try {
            CompletableFuture.allOf(all).join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause() instanceof StackException known ? known : new StackException(e.getMessage(), e);
        }
    }

    /** Under the lock of {@link #close()}, which otherwise could miss one that begins meanwhile. */
    private synchronized ServiceProcess launch(ServiceName name) {
        refuseWhenStopping();
        boolean again = services.containsKey(name);
        ServiceProcess started = ServiceProcess.start(name, root, settings.write(name), folder.logs(), again);
        services.put(name, started);
        return started;
    }

    private void writeInstance(String token) {
        List<Long> pids =
                services.values().stream().map(each -> each.process().pid()).toList();
        Instance.ofThisProcess(url(), token, pids).write(folder);
    }

    /** A thread of its own: {@link Process#onExit()} needs the common pool, which a busy task can hold for minutes. */
    private void watch(ServiceProcess service) {
        Thread.ofVirtual().name("watch " + service.name().word()).start(() -> {
            service.awaitEnd();
            revive(service);
        });
    }

    private synchronized void revive(ServiceProcess dead) {
        if (stopping) {
            return;
        }
        String name = dead.name().word();
        if (!budgets.get(dead.name()).take(clock.instant())) {
            collapse("the " + name + " service died four times within a minute", dead.log());
            return;
        }
        say.accept("the " + name + " service died (status " + dead.process().exitValue() + ") and is started again");
        try {
            ServiceProcess next = launch(dead.name());
            writeInstance(Settings.token(folder));
            watch(next);
        } catch (StackException e) {
            collapse(e.getMessage(), dead.log());
        }
    }

    private synchronized void databaseGone() {
        if (!stopping) {
            collapse("PostgreSQL ended", Postmaster.log(folder));
        }
    }

    private synchronized void kafkaGone(String why) {
        if (!stopping) {
            collapse("Kafka can't go on (" + why + ")", backingLog());
        }
    }

    private Path backingLog() {
        return folder.logs().resolve("backing.log");
    }

    private void collapse(String why, Path log) {
        say.accept(why + ", so everything stops" + folder.remarkOnSpace() + "; its last lines (" + log + "):\n  "
                + String.join("\n  ", LastLines.of(log)));
        try {
            close();
        } finally {
            onCollapse.accept(why);
        }
    }

    /** Address of the gateway. */
    public String url() {
        return ports.url(ServiceName.GATEWAY);
    }

    public Instance instance() {
        return Instance.running(folder).orElseThrow(() -> new StackException("the stack does not run"));
    }

    /** Process of one service, for those who want to see it die. */
    public Process process(ServiceName name) {
        return services.get(name).process();
    }

    /** Stops the services, then Kafka, then PostgreSQL; twice does nothing. */
    @Override
    public synchronized void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        List<ServiceProcess> running = new ArrayList<>(services.values());
        running.forEach(ServiceProcess::askToStop);
        running.forEach(ServiceProcess::awaitStop);
        closeBacking();
        Instance.remove(folder);
        release();
    }

    /** A Kafka whose disk is full never ends; it ends with this process then, and PostgreSQL before it. */
    private void closeBacking() {
        Thread closing = Thread.ofPlatform().name("close backing").daemon().start(this::closeWhatBegan);
        try {
            if (!closing.join(UNTIL_BACKING_ENDS)) {
                Postmaster.of(folder).ifPresent(Postmaster::end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeWhatBegan() {
        beginning.lock();
        try {
            if (backing != null) {
                backing.close();
            }
        } finally {
            beginning.unlock();
        }
    }

    private void release() {
        try {
            lock.acquiredBy().close();
        } catch (java.io.IOException e) {
            throw new StackException("the data folder's lock can't be released: " + e.getMessage());
        }
    }
}
