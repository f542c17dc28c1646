package dev.masterplan.languagemodel.cassette;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.provider.Provider;

/** Records what another provider says in good order; troubles and broken answers are not worth repeating. */
public final class RecordingProvider implements Provider {

    private final Provider provider;
    private final Cassette cassette;

    public RecordingProvider(Provider provider, Cassette cassette) {
        this.provider = provider;
        this.cassette = cassette;
    }

    @Override
    public Heard send(ModelRequest request, Deltas deltas) {
        Heard heard = provider.send(request, deltas);
        if (heard instanceof Said said && said.finish() == Finish.STOP && said.usage() != null) {
            cassette.record(request, said);
        }
        return heard;
    }
}
