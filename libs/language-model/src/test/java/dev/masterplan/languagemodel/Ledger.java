package dev.masterplan.languagemodel;

import dev.masterplan.languagemodel.call.Settlement;
import dev.masterplan.languagemodel.call.SpendGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A plan's money in memory, by the rules of the port. */
public final class Ledger implements SpendGuard {

    private final BigDecimal hard;
    private final Map<CallKey, BigDecimal> open = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private int reservations;

    /** One settled request; a request that was not billed has a row of nothing. */
    public record Row(CallKey key, BigDecimal cost, boolean estimated) {}

    public Ledger(String hardUsd) {
        this.hard = new BigDecimal(hardUsd);
    }

    @Override
    public synchronized Decision reserve(CallKey key, BigDecimal worst) {
        if (open.containsKey(key)) {
            return new Reserved();
        }
        if (spent().add(reserved()).add(worst).compareTo(hard) > 0) {
            return new Refused("Hard limit: $%s spent or reserved of $%s, next call up to $%s"
                    .formatted(spent().add(reserved()), hard, worst));
        }
        reservations++;
        open.put(key, worst);
        return new Reserved();
    }

    @Override
    public synchronized void settle(CallKey key, Settlement settlement) {
        switch (settlement) {
            case Settlement.Billed billed -> close(key, billed.cost(), false);
            case Settlement.Estimated estimated -> close(key, estimated.worst(), true);
            case Settlement.NotBilled free -> rows.add(new Row(key, BigDecimal.ZERO, false));
        }
    }

    private void close(CallKey key, BigDecimal cost, boolean estimated) {
        open.remove(key);
        rows.add(new Row(key, cost, estimated));
    }

    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    public synchronized BigDecimal spent() {
        return rows.stream().map(Row::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized BigDecimal reserved() {
        return open.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public synchronized int reservations() {
        return reservations;
    }
}
