package dev.masterplan.languagemodel.setup;

import dev.masterplan.languagemodel.Timeouts;
import dev.masterplan.languagemodel.endpoint.Endpoint;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which models are asked, where, how fast, and at what price. */
@ConfigMapping(prefix = "masterplan.model")
public interface ModelConfig {

    /** {@code provider/model} for a role in small letters; {@code default} for every role that is not named. */
    Map<String, String> role();

    /** Servers beside the known providers and those on this machine's usual ports, by a name of your own. */
    Map<String, Server> server();

    /** Own price file, or one of LiteLLM or models.dev; what it says goes before what comes with the product. */
    Optional<Path> prices();

    Wait timeout();

    Speed rate();

    Recording cassette();

    /** A server of your own. */
    interface Server {
        URI base();

        @WithDefault("openai")
        Endpoint.Form form();

        /** The environment variable with its key; with {@code _FILE} behind it, the file with its key. */
        Optional<String> keyVariable();
    }

    /** How long a call may take. */
    interface Wait {
        @WithDefault("2m")
        Duration firstToken();

        @WithDefault("1m")
        Duration idle();

        @WithDefault("10m")
        Duration total();

        default Timeouts value() {
            return new Timeouts(firstToken(), idle(), total());
        }
    }

    /** What one account of a provider may ask, over all processes that use it. */
    interface Speed {
        @WithDefault("500")
        long requestsPerMinute();

        @WithDefault("400000")
        long tokensPerMinute();

        /** Processes that share the account; each takes its part. */
        @WithDefault("1")
        int instances();
    }

    /** Answers from a folder in the place of every provider, or into it. */
    interface Recording {
        @WithDefault("off")
        Mode mode();

        Optional<Path> folder();
    }

    /** What a cassette does. */
    enum Mode {
        OFF,
        RECORD,
        REPLAY
    }
}
