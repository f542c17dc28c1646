package dev.masterplan.languagemodel;

import dev.masterplan.languagemodel.call.ModelChain;
import dev.masterplan.languagemodel.call.Redactor;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import dev.masterplan.languagemodel.endpoint.Secret;
import dev.masterplan.languagemodel.limit.RateLimit;
import dev.masterplan.languagemodel.limit.RateLimiter;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.price.source.LiteLlmPrices;
import dev.masterplan.languagemodel.provider.Provider;
import dev.masterplan.languagemodel.provider.WireProvider;
import dev.masterplan.stubmodel.StubModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stub provider, a ledger, and everything in between as it is in the product. */
public final class Rig implements AutoCloseable {

    public static final String KEY = "the-key-of-the-stub";

    private final StubModel stub = StubModel.start(0, KEY);
    private final Ledger ledger = new Ledger("100");
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Spans spans = new Spans();
    private final RateLimiter limiter = new RateLimiter(new RateLimit(100_000, 100_000_000, 1));

    public StubModel stub() {
        return stub;
    }

    public Ledger ledger() {
        return ledger;
    }

    public SimpleMeterRegistry metrics() {
        return metrics;
    }

    public List<SpanData> spans() {
        return List.copyOf(spans.ended);
    }

    /** The stub's own rates, by way of the importer. */
    public PriceTable prices() {
        return LiteLlmPrices.read(stub.prices(), LocalDate.of(2026, 7, 1)).table();
    }

    public Endpoint endpoint(Endpoint.Form form) {
        return new Endpoint("stub", form, stub.base(), new Secret(KEY), false);
    }

    public ModelPort model(Endpoint.Form form) {
        return model(new WireProvider(endpoint(form)));
    }

    public ModelPort model(Provider provider) {
        return chain(limiter).around(provider);
    }

    public ModelChain chain(RateLimiter own) {
        var tracer = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build()
                .get("test");
        return new ModelChain("stub", new Redactor(List.of(new Secret(KEY))), own, ledger, prices(), tracer, metrics);
    }

    @Override
    public void close() throws IOException {
        stub.close();
    }

    private static final class Spans implements SpanExporter {
        private final List<SpanData> ended = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
