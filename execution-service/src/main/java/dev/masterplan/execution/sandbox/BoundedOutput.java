package dev.masterplan.execution.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a stream to its end and keeps its first bytes; the writer never blocks, the reader never grows. */
final class BoundedOutput {

    private static final int CHUNK = 8192;

    private final InputStream source;
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread reader;
    private boolean truncated;

    BoundedOutput(InputStream source, int limit, String name) {
        this.source = source;
        this.limit = limit;
        this.reader = Thread.ofPlatform().daemon().name(name).start(this::drain);
    }

    /** Waits for the end of the stream, at most so long, then closes it. */
    void finish(long millis) throws InterruptedException {
        reader.join(millis);
        if (reader.isAlive()) {
            try {
                source.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    synchronized byte[] bytes() {
        return kept.toByteArray();
    }

    synchronized boolean truncated() {
        return truncated;
    }

    private void drain() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int n = source.read(chunk); n >= 0; n = source.read(chunk)) {
                keep(chunk, n);
            }
        } catch (IOException e) {
            // The stream was closed under us: what was read counts.
        }
    }

    private synchronized void keep(byte[] chunk, int n) {
        int room = Math.min(n, limit - kept.size());
        kept.write(chunk, 0, room);
        truncated |= room < n;
    }
}
