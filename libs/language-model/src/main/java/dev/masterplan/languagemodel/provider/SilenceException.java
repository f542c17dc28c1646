package dev.masterplan.languagemodel.provider;

import java.io.IOException;

/** Nothing came in time. */
final class SilenceException extends IOException {

    private static final long serialVersionUID = 1L;

    SilenceException(String what) {
        super(what);
    }
}
