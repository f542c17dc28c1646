package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.limit.RateLimiter;
import dev.masterplan.languagemodel.limit.RateLimiter.Permit;
import dev.masterplan.languagemodel.price.TokenEstimate;

/** Waits for its turn; a provider's Retry-After holds everybody back. */
final class RateLimitedModel implements ModelPort {

    private final ModelPort next;
    private final RateLimiter limiter;

    RateLimitedModel(ModelPort next, RateLimiter limiter) {
        this.next = next;
        this.limiter = limiter;
    }

    @Override
    public Reply complete(ModelRequest request, Deltas deltas) {
        long expected = TokenEstimate.prompt(request) + request.maxTokens();
        Permit permit;
        try {
            permit = limiter.acquire(request.key().plan(), expected);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Trouble(Trouble.Kind.BUSY, null, "interrupted before its turn");
        }
        long used = expected;
        try {
            Reply reply = next.complete(request, deltas);
            used = used(reply, expected);
            pause(reply);
            return reply;
        } finally {
            limiter.used(permit, used);
        }
    }

    private static long used(Reply reply, long expected) {
        return switch (reply) {
            case Reply.Answer answer -> answer.usage().total();
            case Reply.Unusable unusable -> unusable.usage().total();
            case Reply.NoBudget none -> 0;
            case Trouble trouble -> trouble.kind() == Trouble.Kind.UNKNOWN_OUTCOME ? expected : 0;
        };
    }

    private void pause(Reply reply) {
        if (reply instanceof Trouble trouble && trouble.kind() == Trouble.Kind.BUSY && trouble.retryAfter() != null) {
            limiter.pause(trouble.retryAfter());
        }
    }
}
