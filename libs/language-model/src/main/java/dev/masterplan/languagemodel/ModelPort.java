package dev.masterplan.languagemodel;

/** Asks a language model once. Blocks; makes at most one request on the wire and never repeats it. */
public interface ModelPort {

    /** @param deltas hears the text while it comes; what it heard counts only when the reply is a {@link Reply.Answer} */
    Reply complete(ModelRequest request, Deltas deltas);

    default Reply complete(ModelRequest request) {
        return complete(request, Deltas.NOBODY);
    }
}
