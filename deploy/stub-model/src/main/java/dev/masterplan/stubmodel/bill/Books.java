package dev.masterplan.stubmodel.bill;

import dev.masterplan.stubmodel.script.Asked;
import dev.masterplan.stubmodel.script.Fault;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the stub bills: its models' rates, its prompt cache, its log. A call is in the log before its answer begins. */
public final class Books {

    static final Map<String, Rate> RATES = Map.of(
            "stub-large", Rate.of("2", "0.20", "2.50", "10", 0),
            "stub-small", Rate.of("0.75", "0.075", "0", "4.50", 0),
            "stub-tiered", Rate.of("2", "0.20", "2.50", "12", 1));

    private static final long CACHED_FROM = 64;

    private final List<Call> calls = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final Set<String> cached = new HashSet<>();

    /**
     * How the prompt's tokens are billed; what is long enough to be cached is remembered.
     *
     * @param writingCosts the form tells what is written into the cache, at a price of its own
     */
    public synchronized Tokens prompt(String form, boolean writingCosts, Asked asked) {
        long all = Tokens.of(asked.text());
        long stable = Tokens.of(asked.stable());
        if (stable < CACHED_FROM) {
            return new Tokens(all, 0, 0, 0, 0);
        }
        boolean known = !cached.add(form + asked.model() + asked.stable());
        if (!known && !writingCosts) {
            return new Tokens(all, 0, 0, 0, 0);
        }
        return new Tokens(all - stable, known ? stable : 0, known ? 0 : stable, 0, 0);
    }

    public synchronized void add(String form, Asked asked, Fault fault, Tokens tokens) {
        Tokens billed = fault.billed() ? tokens : Tokens.NONE;
        BigDecimal cost = rate(asked.model()).bill(billed);
        calls.add(new Call(calls.size() + 1, form, asked.model(), asked.stream(), fault.word(), billed, cost));
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** A body as it came. */
    public synchronized void keep(byte[] body) {
        bodies.add(new String(body, StandardCharsets.UTF_8));
    }

    public synchronized List<String> bodies() {
        return List.copyOf(bodies);
    }

    public boolean knows(String model) {
        return RATES.containsKey(model);
    }

    /** All models, by name. */
    public List<String> models() {
        return RATES.keySet().stream().sorted().toList();
    }

    private static Rate rate(String model) {
        return RATES.get(model);
    }
}
