package dev.masterplan.languagemodel.call;

import dev.masterplan.languagemodel.CallKey;
import java.math.BigDecimal;

/** Where a plan's money is kept; nothing else reserves any. What it says is durable before it says so. */
public interface SpendGuard {

    /**
     * Sets the worst case aside. Waits while it may still fit once others have settled. A reservation that is open under
     * this key is used again.
     */
    Decision reserve(CallKey key, BigDecimal worst);

    /** Ends the one request that the reservation was for. */
    void settle(CallKey key, Settlement settlement);

    /** May the call begin? */
    sealed interface Decision {}

    record Reserved() implements Decision {}

    /** @param text for a person */
    record Refused(String text) implements Decision {}
}
