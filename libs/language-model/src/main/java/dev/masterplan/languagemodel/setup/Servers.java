package dev.masterplan.languagemodel.setup;

import dev.masterplan.languagemodel.endpoint.Endpoint;
import dev.masterplan.languagemodel.endpoint.Keys;
import dev.masterplan.languagemodel.endpoint.LocalServers;
import dev.masterplan.languagemodel.endpoint.Secret;
import dev.masterplan.languagemodel.endpoint.Vendor;
import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.PriceTable;
import dev.masterplan.languagemodel.price.source.PriceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who can be asked by name: your own servers first, then known providers by their keys, then servers on this machine. */
public final class Servers {

    private final ModelConfig config;
    private final Keys keys;

    public Servers(ModelConfig config, Keys keys) {
        this.config = config;
        this.keys = keys;
    }

    /** @throws ModelSetupException when nobody has this name, or the key is missing */
    Endpoint endpoint(String name) {
        ModelConfig.Server own = config.server().get(name);
        if (own != null) {
            Secret key = own.keyVariable().map(this::needed).orElse(null);
            return new Endpoint(name, own.form(), own.base(), key, false);
        }
        Optional<Vendor> vendor =
                Vendor.all().stream().filter(each -> each.name().equals(name)).findFirst();
        if (vendor.isPresent()) {
            return vendor.get().with(needed(vendor.get().variable()));
        }
        return LocalServers.usual(name)
                .orElseThrow(() -> new ModelSetupException("Nobody is known by the name " + name
                        + ": set masterplan.model.server." + name + ".base to the address of a server"));
    }

    private Secret needed(String variable) {
        return keys.find(variable)
                .orElseThrow(() -> new ModelSetupException(
                        "The key is missing: set " + variable + ", or " + variable + "_FILE to a file that holds it"));
    }

    /** Every key that could be sent anywhere. */
    Collection<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        Vendor.all().forEach(vendor -> keys.find(vendor.variable()).ifPresent(secrets::add));
        config.server()
                .values()
                .forEach(server -> server.keyVariable().flatMap(keys::find).ifPresent(secrets::add));
        return secrets;
    }

    /** Prices for these models; what answers on this machine, or from a cassette, is free. */
    PriceTable prices(Collection<ModelName> models) {
        PriceTable prices = config.prices()
                .map(file -> PriceFile.shipped().overriddenBy(PriceFile.read(file)))
                .orElseGet(PriceFile::shipped);
        boolean replayed = config.cassette().mode() == ModelConfig.Mode.REPLAY;
        for (ModelName model : models) {
            boolean own = config.server().containsKey(model.provider());
            boolean local = !own && LocalServers.usual(model.provider()).isPresent();
            prices = replayed || local ? prices.withFree(model) : prices;
        }
        return prices;
    }
}
