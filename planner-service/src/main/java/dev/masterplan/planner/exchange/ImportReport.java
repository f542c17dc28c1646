package dev.masterplan.planner.exchange;

import dev.masterplan.planner.exchange.source.Note;
import dev.masterplan.planner.exchange.source.Note.Kind;
import java.util.List;

/**
 * What became of each part of the files of an import.
 *
 * @param format what the files are taken for
 * @param files  their names
 */
public record ImportReport(Format format, List<String> files, List<Note> notes) {

    public ImportReport {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** Kinds of files that are understood. */
    public enum Format {
        TASK_MASTER("Task Master"),
        SPEC_KIT("Spec Kit"),
        OWN("a plan of this product");

        private final String shown;

        Format(String shown) {
            this.shown = shown;
        }

        /** As people call it. */
        public String shown() {
            return shown;
        }
    }

    public long count(Kind kind) {
        return notes.stream().filter(note -> note.kind() == kind).count();
    }
}
