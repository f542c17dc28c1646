package dev.masterplan.gateway.api;

import dev.masterplan.gateway.GatewayConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;

/** Opens requests to the inner services; the only place that knows their addresses. */
@ApplicationScoped
public class UpstreamClient {

    private final GatewayConfig config;
    private final HttpClient client;

    @Inject
    UpstreamClient(Vertx vertx, GatewayConfig config) {
        this.config = config;
        var options = new HttpClientOptions()
                .setConnectTimeout(
                        Math.toIntExact(config.proxy().connectTimeout().toMillis()))
                .setKeepAliveTimeout(20)
                .setDecompressionSupported(false);
        var pool =
                new PoolOptions().setHttp1MaxSize(config.proxy().connections()).setMaxWaitQueueSize(1_000);
        this.client = vertx.createHttpClient(options, pool);
    }

    /** @param uri path and query as the caller sent them */
    Future<HttpClientRequest> open(Destination.Service to, HttpMethod method, String uri) {
        URI base = address(to.inner());
        return client.request(new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(port(base))
                .setSsl(base.getScheme().equals("https"))
                .setURI(uri)
                .setConnectTimeout(config.proxy().connectTimeout().toMillis())
                .setIdleTimeout(silence(to).toMillis()));
    }

    private Duration silence(Destination.Service to) {
        return to.upload()
                ? config.proxy().verificationSilence()
                : config.proxy().silence();
    }

    private URI address(Inner inner) {
        return switch (inner) {
            case PLANNER -> config.upstream().planner();
            case EXECUTION -> config.upstream().execution();
            case REVIEW -> config.upstream().review();
        };
    }

    private static int port(URI base) {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return base.getScheme().equals("https") ? 443 : 80;
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
