package dev.masterplan.gateway.api;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body that fails as soon as it is longer than allowed, whatever length was announced. */
final class BoundedBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final long limit;
    private long length;
    private boolean exceeded;
    private Handler<Throwable> onFailure = failure -> {};

    BoundedBody(ReadStream<Buffer> body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    boolean exceeded() {
        return exceeded;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        body.handler(handler == null ? null : chunk -> accept(chunk, handler));
        return this;
    }

    private void accept(Buffer chunk, Handler<Buffer> handler) {
        length += chunk.length();
        if (exceeded) {
            return;
        }
        if (length > limit) {
            exceeded = true;
            onFailure.handle(new IllegalStateException("body longer than " + limit + " bytes"));
            return;
        }
        handler.handle(chunk);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        onFailure = handler == null ? failure -> {} : handler;
        body.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        body.endHandler(handler == null ? null : end -> end(handler));
        return this;
    }

    private void end(Handler<Void> handler) {
        if (!exceeded) {
            handler.handle(null);
        }
    }
}
