package dev.masterplan.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every address, limit and threshold of the gateway, in one place. */
@ConfigMapping(prefix = "masterplan")
public interface GatewayConfig {

    Session session();

    Identity identity();

    Upstream upstream();

    Proxy proxy();

    Live live();

    Journal journal();

    /** Sign-in and the names under which the gateway may be called. */
    interface Session {
        /** File with the sign-in token, readable by its owner only. */
        Path tokenLocation();

        @WithDefault("owner")
        String user();

        @WithDefault("viewer,operator,reviewer,admin")
        Set<String> roles();

        /** How long a cookie is good for. */
        @WithDefault("30D")
        Duration lifetime();

        /** Names (without port) that a Host header may carry. */
        @WithDefault("localhost,127.0.0.1,[::1]")
        List<String> allowedHosts();

        /** Origins beside the gateway's own, e.g. {@code http://localhost:5173} of a development server. */
        Optional<List<String>> allowedOrigins();
    }

    /** The key that signs what the inner services believe. */
    interface Identity {
        /** PEM file with the Ed25519 private key (PKCS 8). */
        Path privateKeyLocation();

        /** How long one signed identity is good for. */
        @WithDefault("60S")
        Duration lifetime();
    }

    /** Base addresses of the inner services. */
    interface Upstream {
        @WithDefault("http://127.0.0.1:8081")
        URI planner();

        @WithDefault("http://127.0.0.1:8082")
        URI execution();

        @WithDefault("http://127.0.0.1:8083")
        URI review();
    }

    /** Bounds of a request that is passed on. */
    interface Proxy {
        @WithDefault("2M")
        MemorySize maxBody();

        /** For a folder sent to be verified. */
        @WithDefault("50M")
        MemorySize maxUpload();

        @WithDefault("2S")
        Duration connectTimeout();

        /** Longest silence of an inner service. */
        @WithDefault("30S")
        Duration silence();

        /** Longest silence while a verification runs its tests. */
        @WithDefault("10M")
        Duration verificationSilence();

        /** Connections kept to each inner service. */
        @WithDefault("64")
        int connections();
    }

    /** How long what was shown of a plan is kept. */
    interface Journal {
        /**
         * Updates older than this go, but for the newest of each subject, which a snapshot needs. Longer than Kafka keeps
         * live updates: one that is delivered again is known by its row.
         */
        @WithDefault("30D")
        Duration retention();

        /** How often is looked for old ones. */
        @WithDefault("1H")
        Duration pruneEvery();

        /** Rows that one statement removes. */
        @WithDefault("5000")
        int pruneBatch();
    }

    /** Bounds of the live channel. */
    interface Live {
        /** Time between two frames of a connection. */
        @WithDefault("16ms")
        Duration tick();

        /** Updates that may wait for one slow connection. */
        @WithDefault("2000")
        int maxWaiting();

        /** Bytes that may wait for one slow connection. */
        @WithDefault("4M")
        MemorySize maxWaitingBytes();

        /** Most bytes of one frame. */
        @WithDefault("256K")
        MemorySize maxFrame();

        /** Rows read from the journal at once. */
        @WithDefault("500")
        int page();

        /** Bytes after which a page of the journal ends. */
        @WithDefault("1M")
        MemorySize maxPageBytes();

        /** Newest updates of a session that are kept in memory for those who come back. */
        @WithDefault("1000")
        int ring();

        /** Most bytes of them. */
        @WithDefault("1M")
        MemorySize maxRingBytes();

        /** The journal is also looked at this often, in case a notification was lost. */
        @WithDefault("1S")
        Duration poll();

        /** Silence after which an SSE client gets a comment, so that a dead one is noticed. */
        @WithDefault("15S")
        Duration keepAlive();

        /** Connections that one gateway serves at once. */
        @WithDefault("500")
        int maxConnections();
    }
}
