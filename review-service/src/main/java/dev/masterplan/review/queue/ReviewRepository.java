package dev.masterplan.review.queue;

import dev.masterplan.messaging.event.ReviewKind;
import dev.masterplan.review.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reviews in the database. */
@Singleton
public class ReviewRepository implements PanacheRepositoryBase<ReviewRow, UUID> {

    private static final String OPEN_WITH_KEY = "masterplanId = ?1 and subjectKey = ?2 and state <> 'RESOLVED'"
            + " and (executionId = ?3 or executionId is null and ?3 is null)";
    private static final String OPEN_TESTS =
            "masterplanId = ?1 and executionId = ?2 and kind = ?3 and state <> 'RESOLVED' order by createdAt, id";
    /** Those that wait for a person first, then by age. */
    private static final String ORDER = " order by case state when 'RESOLVED' then 1 else 0 end, createdAt, id";

    /** @throws Refusal (as failure) when there is none */
    public Uni<Stored> get(UUID id) {
        return findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.unknown("review", id))
                .map(Stored::new);
    }

    /** The review whose decision waits for execution's answer; any other makes the answer a wrong event. */
    public Uni<Stored> decided(UUID id) {
        return findById(id).map(row -> {
            if (row == null || !(row.review().state() instanceof ReviewState.Decided)) {
                throw new IllegalArgumentException("no decision of review " + id + " waits to be applied");
            }
            return new Stored(row);
        });
    }

    /** The review of that piece that is not closed yet, or null. */
    public Uni<Stored> open(ReviewOrigin origin) {
        return find(OPEN_WITH_KEY, origin.masterplanId(), origin.subjectKey(), origin.executionId())
                .firstResult()
                .map(row -> row == null ? null : new Stored(row));
    }

    /** The reviews of a run's tests that are not closed yet, oldest first. */
    public Uni<List<Stored>> openTests(UUID masterplanId, UUID executionId) {
        return find(OPEN_TESTS, masterplanId, executionId, ReviewKind.TEST)
                .list()
                .map(rows -> rows.stream().map(Stored::new).toList());
    }

    public Uni<Stored> add(Review review) {
        return persist(ReviewRow.of(review)).map(Stored::new);
    }

    /** Null = any. */
    public Uni<List<Stored>> page(UUID masterplanId, String state, int limit, int offset) {
        return find(filter(masterplanId, state) + ORDER, values(masterplanId, state))
                .range(offset, offset + limit - 1)
                .list()
                .map(rows -> rows.stream().map(Stored::new).toList());
    }

    public Uni<Long> total(UUID masterplanId, String state) {
        return count(filter(masterplanId, state), values(masterplanId, state));
    }

    /** Only what is asked for: PostgreSQL can't tell the type of a parameter that is null. */
    private static String filter(UUID masterplanId, String state) {
        return "id is not null" + (masterplanId == null ? "" : " and masterplanId = :plan")
                + (state == null ? "" : " and state = :state");
    }

    private static Map<String, Object> values(UUID masterplanId, String state) {
        Map<String, Object> values = new HashMap<>();
        if (masterplanId != null) {
            values.put("plan", masterplanId);
        }
        if (state != null) {
            values.put("state", state);
        }
        return values;
    }

    /** How many wait for a person. */
    public Uni<Long> waiting() {
        return count("state in ('PENDING', 'IN_REVIEW')");
    }

    /** A review in the current transaction. */
    public static final class Stored {

        private final ReviewRow row;

        private Stored(ReviewRow row) {
            this.row = row;
        }

        public Review review() {
            return row.review();
        }

        public long rowVersion() {
            return row.rowVersion();
        }

        /** Runs a command of the review and keeps what it changed; answers its event. */
        public <C extends Review.Change<?>> C change(Function<Review, C> command) {
            C change = command.apply(row.review());
            row.store(change.review());
            return change;
        }

        /** Keeps the review as it is now. */
        public Review keep(Review review) {
            row.store(review);
            return review;
        }
    }
}
