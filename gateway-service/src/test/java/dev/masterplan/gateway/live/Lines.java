package dev.masterplan.gateway.live;

import java.util.List;
import java.util.concurrent.Flow;

/** Keeps every line of a response that does not end. */
record Lines(List<String> into) implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        into.add(line);
    }

    @Override
    public void onError(Throwable failure) {
        into.add("failed: " + failure);
    }

    @Override
    public void onComplete() {
        into.add("completed");
    }
}
