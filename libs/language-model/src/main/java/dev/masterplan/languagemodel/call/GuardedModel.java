package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.price.Price;
import dev.masterplan.languagemodel.price.TokenEstimate;
import java.math.BigDecimal;
import java.util.function.Function;

/** Reserves the worst case before a call and settles it after; a failure in between counts as an unknown outcome. */
final class GuardedModel implements ModelPort {

    private final ModelPort next;
    private final SpendGuard guard;
    private final Function<String, Price> prices;

    GuardedModel(ModelPort next, SpendGuard guard, Function<String, Price> prices) {
        this.next = next;
        this.guard = guard;
        this.prices = prices;
    }

    @Override
    public Reply complete(ModelRequest request, Deltas deltas) {
        BigDecimal worst = prices.apply(request.model()).worst(TokenEstimate.prompt(request), request.maxTokens());
        return switch (guard.reserve(request.key(), worst)) {
            case SpendGuard.Refused refused -> new Reply.NoBudget(refused.text());
            case SpendGuard.Reserved reserved -> settled(request, deltas, worst);
        };
    }

    private Reply settled(ModelRequest request, Deltas deltas, BigDecimal worst) {
        Settlement settlement = new Settlement.Estimated(worst);
        try {
            Reply reply = next.complete(request, deltas);
            settlement = Settlement.of(reply, worst);
            return reply;
        } finally {
            guard.settle(request.key(), settlement);
        }
    }
}
