package dev.masterplan.languagemodel.provider;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of a response as a stream whose reads end in time; it remembers what it gave out, up to a limit. */
final class TimedBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {

    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<Object> parts = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Deadlines deadlines;
    private final int limit;
    private volatile Flow.Subscription subscription;
    private ByteBuffer current = END;
    private boolean ended;

    /** @param limit bytes of a body; a longer one is an error */
    TimedBody(Deadlines deadlines, int limit) {
        this.deadlines = deadlines;
        this.limit = limit;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(failure);
    }

    @Override
    public void onComplete() {
        parts.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!current.hasRemaining()) {
            if (ended) {
                return -1;
            }
            next();
        }
        int count = Math.min(length, current.remaining());
        current.get(into, offset, count);
        heard.write(into, offset, count);
        if (heard.size() > limit) {
            close();
            throw new IOException("the answer is larger than " + limit + " bytes");
        }
        return count;
    }

    private void next() throws IOException {
        switch (take()) {
            case List<?> buffers -> {
                current = joined(buffers);
                subscription.request(1);
            }
            case Throwable failure -> throw new IOException(failure);
            default -> ended = true;
        }
    }

    private Object take() throws IOException {
        try {
            Object part = parts.poll(deadlines.nanosLeft(), TimeUnit.NANOSECONDS);
            if (part == null) {
                close();
                throw new SilenceException(deadlines.passed());
            }
            deadlines.alive();
            return part;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static ByteBuffer joined(List<?> buffers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object each : buffers) {
            ByteBuffer buffer = (ByteBuffer) each;
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /** All that was read so far. */
    String heard() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** Ends the exchange; what is not read yet is lost. */
    @Override
    public void close() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
