package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.Deltas;
import dev.masterplan.languagemodel.ModelPort;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.Reply;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.price.Price;
import dev.masterplan.languagemodel.provider.Provider;
import java.math.BigDecimal;
import java.util.function.Function;

/** Takes for an answer only what ended by itself, says what it used, and has the form that was asked for. */
final class CheckedModel implements ModelPort {

    private final Provider provider;
    private final Function<String, Price> prices;

    CheckedModel(Provider provider, Function<String, Price> prices) {
        this.provider = provider;
        this.prices = prices;
    }

    @Override
    public Reply complete(ModelRequest request, Deltas deltas) {
        return switch (provider.send(request, deltas)) {
            case Provider.Failed failed -> failed.trouble();
            case Provider.Said said -> judged(request, said);
        };
    }

    private Reply judged(ModelRequest request, Provider.Said said) {
        if (said.finish() == null) {
            return unknown("the answer broke off");
        }
        if (said.usage() == null) {
            return unknown("the provider does not say what the answer used");
        }
        BigDecimal cost = prices.apply(request.model()).cost(said.usage());
        Reply.Why ended = ended(said.finish());
        if (ended != null) {
            return new Reply.Unusable(ended, said.text(), said.usage(), cost);
        }
        return formed(request, said, cost);
    }

    private static Reply formed(ModelRequest request, Provider.Said said, BigDecimal cost) {
        if (said.text().isBlank() && said.finish() == Finish.STOP) {
            return new Reply.Unusable(Reply.Why.EMPTY, said.text(), said.usage(), cost);
        }
        if (request.shape() == null || said.finish() == Finish.TOOL_CALLS) {
            return new Reply.Answer(said.text(), said.finish(), said.usage(), cost);
        }
        return switch (JsonAnswer.of(said.text(), request.shape())) {
            case JsonAnswer.Fits fits -> new Reply.Answer(fits.json(), said.finish(), said.usage(), cost);
            case JsonAnswer.NotJson not -> new Reply.Unusable(Reply.Why.NOT_JSON, not.because(), said.usage(), cost);
            case JsonAnswer.OtherShape other ->
                new Reply.Unusable(Reply.Why.WRONG_SHAPE, other.because(), said.usage(), cost);
        };
    }

    private static Reply.Why ended(Finish finish) {
        return switch (finish) {
            case STOP, TOOL_CALLS -> null;
            case LENGTH -> Reply.Why.LENGTH;
            case REFUSAL -> Reply.Why.REFUSED;
            case OTHER -> Reply.Why.OTHER_END;
        };
    }

    private static Trouble unknown(String text) {
        return new Trouble(Trouble.Kind.UNKNOWN_OUTCOME, null, text);
    }
}
