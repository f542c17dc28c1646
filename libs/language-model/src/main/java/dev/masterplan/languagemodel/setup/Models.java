package dev.masterplan.languagemodel.setup;

import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.Role;
import dev.masterplan.languagemodel.call.ModelChain;
import dev.masterplan.languagemodel.call.Redactor;
import dev.masterplan.languagemodel.call.SpendGuard;
import dev.masterplan.languagemodel.cassette.Cassette;
import dev.masterplan.languagemodel.cassette.RecordingProvider;
import dev.masterplan.languagemodel.cassette.ReplayingProvider;
import dev.masterplan.languagemodel.limit.RateLimit;
import dev.masterplan.languagemodel.limit.RateLimiter;
import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.provider.Provider;
import dev.masterplan.languagemodel.provider.WireProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The models of a service, one for each role. All roles at one provider share its limits. Everything that is missing is
 * found when this is made, not at the first call.
 */
public final class Models {

    private final Map<Role, RoleModel> byRole = new EnumMap<>(Role.class);

    /** A request names the model without its provider. */
    public record RoleModel(ModelName name, ModelPort port) {}

    /**
     * @param tracer one that does nothing for who makes the span of a call himself
     * @throws ModelSetupException with what to do about it
     * @throws dev.masterplan.languagemodel.price.UnknownPriceException for a model without a price
     */
    public Models(ModelConfig config, Servers servers, SpendGuard guard, Tracer tracer, MeterRegistry metrics) {
        Redactor redactor = new Redactor(servers.secrets());
        RateLimit limit = new RateLimit(
                config.rate().requestsPerMinute(),
                config.rate().tokensPerMinute(),
                config.rate().instances());
        Map<Role, ModelName> names = names(config);
        PriceTable prices = servers.prices(names.values());
        Map<String, ModelPort> ports = new HashMap<>();
        names.forEach((role, name) -> {
            prices.of(name);
            ModelPort port = ports.computeIfAbsent(
                    name.provider(),
                    provider -> new ModelChain(
                                    provider, redactor, new RateLimiter(limit), guard, prices, tracer, metrics)
                            .around(provider(config, servers, provider)));
            byRole.put(role, new RoleModel(name, port));
        });
    }

    /** @throws ModelSetupException when neither this role nor {@code default} is set */
    public RoleModel of(Role role) {
        RoleModel model = byRole.get(role);
        if (model == null) {
            throw new ModelSetupException("No model is set for " + role.word() + ": set masterplan.model.role."
                    + role.word() + " or masterplan.model.role.default to provider/model");
        }
        return model;
    }

    private static Map<Role, ModelName> names(ModelConfig config) {
        Map<Role, ModelName> names = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            String name = config.role().getOrDefault(role.word(), config.role().get("default"));
            if (name != null) {
                names.put(role, ModelName.parse(name));
            }
        }
        return names;
    }

    private static Provider provider(ModelConfig config, Servers servers, String name) {
        return switch (config.cassette().mode()) {
            case OFF -> wire(servers, name);
            case RECORD -> new RecordingProvider(wire(servers, name), cassette(config));
            case REPLAY -> new ReplayingProvider(cassette(config));
        };
    }

    private static Provider wire(Servers servers, String name) {
        return new WireProvider(servers.endpoint(name));
    }

    private static Cassette cassette(ModelConfig config) {
        return new Cassette(config.cassette()
                .folder()
                .orElseThrow(() ->
                        new ModelSetupException("A cassette needs a folder: set masterplan.model.cassette.folder")));
    }
}
