package dev.masterplan.execution.codegen;

import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;

/** Writes the file of one atom. */
public interface CodeAuthor {

    /** Blocks; makes at most one request on the wire. */
    Reply write(CodeTask task);

    /** The same task gives the same answer: one attempt is enough. */
    boolean deterministic();

    /** Upper bound of what {@link #write} costs, in USD; 0 when it is free. */
    BigDecimal worstCase(CodeTask task);

    /** An answer, or why there is none. */
    sealed interface Reply {}

    /** @param price in USD */
    record Answer(String text, Usage usage, BigDecimal price) implements Reply {}

    record Failed(Trouble trouble) implements Reply {}

    /** This author has nothing for such a file, at any attempt; not billed. */
    record NotWritten(String why) implements Reply {}
}
