package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.limit.RateLimiter;
import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.Price;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.provider.Provider;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.function.Function;

/**
 * A provider with everything around it. On the way out: secrets are removed, the call waits for its turn, its worst case
 * is reserved, its span begins; on the way back: the answer is judged, counted, and settled.
 *
 * @param name    of the provider, as in the price table
 * @param limiter shared by all calls to one account
 */
public record ModelChain(
        String name,
        Redactor redactor,
        RateLimiter limiter,
        SpendGuard guard,
        PriceTable prices,
        Tracer tracer,
        MeterRegistry metrics) {

    /** @param provider the wire, or a cassette in its place */
    public ModelPort around(Provider provider) {
        Function<String, Price> price = model -> prices.of(new ModelName(name, model));
        ModelPort checked = new CheckedModel(provider, price);
        ModelPort observed = new ObservedModel(checked, name, tracer, metrics);
        ModelPort guarded = new GuardedModel(observed, guard, price);
        ModelPort limited = new RateLimitedModel(guarded, limiter);
        return new RedactingModel(limited, redactor);
    }
}
