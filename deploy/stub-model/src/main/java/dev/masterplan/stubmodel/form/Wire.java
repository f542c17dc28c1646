package dev.masterplan.stubmodel.form;

import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import java.util.List;

/** How a provider speaks: paths, bodies, events. */
public interface Wire {

    /** {@code openai} or {@code anthropic}. */
    String name();

    /** Writing into the prompt cache has a price of its own. */
    boolean cacheWritingCosts();

    Asked asked(byte[] body);

    /** Body of a whole answer. */
    String whole(Asked asked, Spoken spoken, boolean withUsage);

    /** The events of a streamed answer up to its last piece of text. */
    List<String> beginning(Asked asked, Spoken spoken, boolean withUsage);

    /** The events that end it in good order. */
    List<String> end(Asked asked, Spoken spoken, boolean withUsage);

    /** Body of a refused call. */
    String error(Fault fault);

    /** An error inside a stream. */
    String errorEvent();
}
