package dev.masterplan.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running stack of a data folder, as other commands find it.
 *
 * @param pid      process that started it
 * @param since    when that process began, in milliseconds: after a crash its number may go to another program
 * @param url      address of the gateway
 * @param token    what signs a caller in; never printed but in the board's address
 * @param services processes of the services
 */
public record Instance(long pid, long since, String url, String token, List<Long> services) {

    private static final String FILE = "instance.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final long CLOCK_STEPS_MS = 60_000;

    public Instance {
        services = List.copyOf(services);
    }

    /** What this process runs. */
    static Instance ofThisProcess(String url, String token, List<Long> services) {
        ProcessHandle self = ProcessHandle.current();
        return new Instance(self.pid(), began(self), url, token, services);
    }

    private static long began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** The page of a run, with what signs the browser in. */
    public String board(String executionId) {
        return withToken("/runs/" + executionId);
    }

    /** The first page, with what signs the browser in. */
    public String board() {
        return withToken("/");
    }

    /** Behind {@code #}, which a browser keeps to itself: no access log and no span ever has it. */
    private String withToken(String path) {
        return url + path + "#token=" + token;
    }

    /** The instance that another process runs on this folder; empty when nobody does. */
    public static Optional<Instance> running(DataFolder folder) {
        return folder.read(FILE).map(Instance::parse).filter(Instance::alive);
    }

    /**
     * The same, once its gateway answers; empty when nobody runs or what runs ends before it is ready.
     *
     * @throws StackException when it lives and does not answer
     */
    public static Optional<Instance> awaitReady(DataFolder folder) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Instance> instance = running(folder);
        while (instance.isPresent() && !Health.ready(instance.get().url())) {
            if (System.nanoTime() > end) {
                throw new StackException("process " + instance.get().pid() + " runs on " + folder.path()
                        + " and does not answer: end it, then try again");
            }
            Health.pause();
            instance = running(folder);
        }
        return instance;
    }

    /** What the last stack left, running or not. */
    static Optional<Instance> left(DataFolder folder) {
        return folder.read(FILE).map(Instance::parse);
    }

    private boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(began(process) - since) < CLOCK_STEPS_MS)
                .isPresent();
    }

    void write(DataFolder folder) {
        try {
            folder.writePrivately(FILE, JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void remove(DataFolder folder) {
        folder.delete(FILE);
    }

    private static Instance parse(String text) {
        try {
            return JSON.readValue(text, Instance.class);
        } catch (JsonProcessingException e) {
            throw new StackException("the file " + FILE + " in the data folder can't be read: remove it and try again");
        }
    }
}
