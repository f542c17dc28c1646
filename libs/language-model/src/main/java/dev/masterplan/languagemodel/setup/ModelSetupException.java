package dev.masterplan.languagemodel.setup;

/** Settings that lead to no model, with what to do about it. */
public final class ModelSetupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelSetupException(String text) {
        super(text);
    }
}
