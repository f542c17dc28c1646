package dev.masterplan.languagemodel.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Looks for servers of language models on this machine. What listens there and is none is passed over. */
public final class LocalServers {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** The ports that they use unless told otherwise. */
    static final List<Place> USUAL = List.of(
            new Place("ollama", 11434),
            new Place("lmstudio", 1234),
            new Place("vllm", 8000),
            new Place("llamacpp", 8080));

    private final List<Place> places;

    public LocalServers() {
        this(USUAL);
    }

    LocalServers(List<Place> places) {
        this.places = places;
    }

    record Place(String name, int port) {
        Endpoint endpoint() {
            return Endpoint.local(name, URI.create("http://127.0.0.1:" + port + "/v1"));
        }
    }

    /** A server that answers. */
    public record Found(Endpoint endpoint, List<String> models) {}

    /** In the order of their names above; takes half a second at most. */
    public List<Found> find() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Optional<Found>>> asked = places.stream()
                    .map(place -> CompletableFuture.supplyAsync(() -> ask(place), threads))
                    .toList();
            return asked.stream()
                    .map(CompletableFuture::join)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Where a server of this name listens unless told otherwise. */
    public static Optional<Endpoint> usual(String name) {
        return USUAL.stream()
                .filter(place -> place.name().equals(name))
                .map(Place::endpoint)
                .findFirst();
    }

    private static Optional<Found> ask(Place place) {
        Endpoint endpoint = place.endpoint();
        return ModelList.of(endpoint, PATIENCE) instanceof ModelList.Models models
                ? Optional.of(new Found(endpoint, models.models()))
                : Optional.empty();
    }
}
