package dev.masterplan.planner.exchange.source;

import dev.masterplan.planner.exchange.source.Note.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects the notes of one import, in the order in which they are found. */
public final class Notes {

    private final List<Note> collected = new ArrayList<>();

    public void mapped(SourceLine where, String text) {
        add(Kind.MAPPED, where, text);
    }

    public void guessed(SourceLine where, String text) {
        add(Kind.GUESSED, where, text);
    }

    public void dropped(SourceLine where, String text) {
        add(Kind.DROPPED, where, text);
    }

    /** About the whole, not about a line. */
    public void guessed(String text) {
        collected.add(new Note(Kind.GUESSED, null, 0, text));
    }

    /** About the whole, not about a line. */
    public void dropped(String text) {
        collected.add(new Note(Kind.DROPPED, null, 0, text));
    }

    private void add(Kind kind, SourceLine where, String text) {
        collected.add(new Note(kind, where.file(), where.line(), text));
    }

    public List<Note> all() {
        return List.copyOf(collected);
    }
}
