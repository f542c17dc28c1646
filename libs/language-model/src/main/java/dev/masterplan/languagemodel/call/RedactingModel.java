package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Trouble;

/** No secret goes out in a prompt, and none comes back in what a provider says about a failure. */
final class RedactingModel implements ModelPort {

    private final ModelPort next;
    private final Redactor redactor;

    RedactingModel(ModelPort next, Redactor redactor) {
        this.next = next;
        this.redactor = redactor;
    }

    @Override
    public Reply complete(ModelRequest request, Deltas deltas) {
        ModelRequest clean = request.withMessages(request.messages().stream()
                .map(message -> message.withText(redactor.clean(message.text())))
                .toList());
        Reply reply = next.complete(clean, deltas);
        return reply instanceof Trouble trouble ? trouble.withText(redactor.clean(trouble.text())) : reply;
    }
}
