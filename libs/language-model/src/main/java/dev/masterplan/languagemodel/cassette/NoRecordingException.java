package dev.masterplan.languagemodel.cassette;

import dev.masterplan.languagemodel.ModelRequest;
import java.util.List;

/** A prompt was changed, or something was asked that was not asked when the cassette was recorded. */
public final class NoRecordingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRecordingException(ModelRequest request, List<String> others) {
        super("prompt %s has no recording for %s of %s%s"
                .formatted(
                        request.prompt(),
                        request.node(),
                        request.key().role().word(),
                        others.isEmpty() ? "" : ", only " + String.join(", ", others)));
    }
}
