package dev.masterplan.languagemodel.provider;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;

/** Carries one request to a model and brings back what was said, unjudged. */
@FunctionalInterface
public interface Provider {

    Heard send(ModelRequest request, Deltas deltas);

    /** What came back. */
    sealed interface Heard {}

    /**
     * @param finish null when the answer ended without saying why
     * @param usage  null when nothing was said about tokens
     */
    record Said(String text, Finish finish, Usage usage) implements Heard {}

    record Failed(Trouble trouble) implements Heard {}
}
