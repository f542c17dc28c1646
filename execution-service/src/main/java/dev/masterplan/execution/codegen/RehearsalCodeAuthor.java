package dev.masterplan.execution.codegen;

import dev.masterplan.blueprint.RehearsalPrices;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Another author with faults injected, to see what the engine does about them. It has a price and says that it is not
 * deterministic, so that every answer takes the way of a model's.
 */
public final class RehearsalCodeAuthor implements CodeAuthor {

    private static final int LAST_ATTEMPT = 4;
    private static final Pattern CREATE_ROUTE =
            Pattern.compile("(?m)^(\\s*program\\.routes\\.add\\()\"POST\"(, \"[^\"{]+\", api\\.create\\))$");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CodeAuthor author;
    private final long seed;
    private final Set<UUID> wasBusy = ConcurrentHashMap.newKeySet();

    public RehearsalCodeAuthor(CodeAuthor author, long seed) {
        this.author = author;
        this.seed = seed;
    }

    @Override
    public Reply write(CodeTask task) {
        RehearsalFaults faults = RehearsalFaults.of(task.approved(), seed);
        UUID subtask = task.atom().subtaskId();
        if (subtask.equals(faults.busy()) && wasBusy.add(task.atom().id())) {
            return new Failed(new Trouble(Trouble.Kind.BUSY, RETRY_AFTER, "429 (rehearsal)"));
        }
        return switch (author.write(task)) {
            case Answer answer ->
                new Answer(
                        faulty(answer.text(), task, faults),
                        new Usage(task.snapshot().size(), 0, 0, answer.text().length(), 0),
                        price(task, faults));
            case Failed failed -> failed;
            case NotWritten notWritten -> notWritten;
        };
    }

    @Override
    public boolean deterministic() {
        return false;
    }

    @Override
    public BigDecimal worstCase(CodeTask task) {
        return price(task, RehearsalFaults.of(task.approved(), seed)).multiply(BigDecimal.TWO);
    }

    private static BigDecimal price(CodeTask task, RehearsalFaults faults) {
        return RehearsalPrices.ofAFile(task.approved().limits(), faults.atoms());
    }

    private static boolean at(CodeTask task, RehearsalFaults.Place place) {
        return place != null && task.atom().file().equals(place.file());
    }

    private static String faulty(String text, CodeTask task, RehearsalFaults faults) {
        UUID subtask = task.atom().subtaskId();
        boolean first = task.attempt() == 1 && subtask.equals(faults.mended());
        boolean notLast = task.attempt() < LAST_ATTEMPT && subtask.equals(faults.stubborn());
        if (task.ladder() == 1 && (first || notLast)) {
            return text + "\n\ndef attempt_" + task.attempt() + "(:\n";
        }
        String faulty = text;
        if (task.lastLink() && task.ladder() == 1 && at(task, faults.repaired())) {
            faulty = faulty.replace("store.update(db, record_id, values)", "store.update(db, record_id, {})");
        }
        if (task.lastLink() && at(task, faults.stays())) {
            faulty = CREATE_ROUTE.matcher(faulty).replaceAll("$1\"POST\"$2\n$1\"PUT\"$2");
        }
        return faulty;
    }
}
