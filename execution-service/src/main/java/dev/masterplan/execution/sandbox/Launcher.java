package dev.masterplan.execution.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts every sandboxed process on one thread that never ends: the kernel kills a {@code --die-with-parent} child
 * when the <em>thread</em> that started it ends, not only its process.
 */
final class Launcher {

    private record Start(ProcessBuilder builder, CompletableFuture<Process> started) {}

    private final LinkedBlockingQueue<Start> queue = new LinkedBlockingQueue<>();

    Launcher() {
        Thread thread = new Thread(this::startForever, "sandbox-launcher");
        thread.setDaemon(true);
        thread.start();
    }

    Process start(ProcessBuilder builder) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        queue.add(new Start(builder, started));
        return started.join();
    }

    private void startForever() {
        while (true) {
            try {
                Start start = queue.take();
                complete(start.started(), start.builder()::start);
            } catch (InterruptedException e) {
                // Nobody may end this thread: its end would kill every running sandbox.
            }
        }
    }

    private static void complete(CompletableFuture<Process> future, Callable<Process> start) {
        try {
            future.complete(start.call());
        } catch (IOException e) {
            future.completeExceptionally(new SandboxMissingException(e.getMessage()));
        } catch (Exception e) {
            future.completeExceptionally(e);
        }
    }
}
