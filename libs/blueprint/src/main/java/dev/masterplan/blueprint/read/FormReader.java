package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import java.util.List;

/** Reads the sentences of one form, or of a family of forms. */
interface FormReader {

    /**
     * The forms that the sentence has, empty when it is not of this family; may add what it learnt (states,
     * adjectives) to the vocabulary.
     */
    List<SentenceForm> read(Statement statement, Vocabulary words);
}
