package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;

/** How the money of one request ends. */
public sealed interface Settlement {

    /** @param cost in USD, exact: what the provider asks for */
    record Billed(Reply reply, Usage usage, BigDecimal cost) implements Settlement {}

    /** The outcome is unknown: the worst case is booked, marked estimated. */
    record Estimated(BigDecimal worst) implements Settlement {}

    /** Certainly not billed: the reservation is free for the same call again, or given back. */
    record NotBilled() implements Settlement {}

    static Settlement of(Reply reply, BigDecimal worst) {
        return switch (reply) {
            case Reply.Answer answer -> new Billed(answer, answer.usage(), answer.cost());
            case Reply.Unusable unusable -> new Billed(unusable, unusable.usage(), unusable.cost());
            case Reply.NoBudget none -> new NotBilled();
            case Trouble trouble ->
                switch (trouble.kind()) {
                    case BUSY, REFUSED -> new NotBilled();
                    case UNKNOWN_OUTCOME -> new Estimated(worst);
                };
        };
    }
}
