package dev.masterplan.gateway.api;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Keeps ids out of the labels of HTTP metrics, of the server's and of the client's. */
final class MetricsConfig {

    private MetricsConfig() {}

    @Produces
    @Singleton
    static MeterFilter withoutIds() {
        return MeterFilter.replaceTagValues("uri", MetricPath::of);
    }
}
