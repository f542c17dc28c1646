package dev.masterplan.languagemodel.cassette;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.provider.Provider;

/** Says what was recorded, and nothing else: a changed prompt is an error, never a live call. */
public final class ReplayingProvider implements Provider {

    private final Cassette cassette;

    public ReplayingProvider(Cassette cassette) {
        this.cassette = cassette;
    }

    /** @throws NoRecordingException when exactly this was never asked */
    @Override
    public Heard send(ModelRequest request, Deltas deltas) {
        Said said =
                cassette.find(request).orElseThrow(() -> new NoRecordingException(request, cassette.others(request)));
        deltas.text(said.text());
        return said;
    }
}
