package dev.masterplan.local.stack;

import java.nio.file.Path;

/** The four services, in the order in which the terminal names them. */
public enum ServiceName {
    GATEWAY(8080, "96m"),
    PLANNER(8081, "160m"),
    EXECUTION(8082, "192m"),
    REVIEW(8083, "128m");

    private final int usualPort;
    private final String heap;

    ServiceName(int usualPort, String heap) {
        this.usualPort = usualPort;
        this.heap = heap;
    }

    /** Port taken when it is free. */
    public int usualPort() {
        return usualPort;
    }

    /** Largest heap, as {@code -Xmx} takes it. */
    String heap() {
        return heap;
    }

    /** Lower-case word: database user, log file, property. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The packaged program. */
    Path program(Path root) {
        return root.resolve(word() + "-service/target/quarkus-app/quarkus-run.jar");
    }
}
