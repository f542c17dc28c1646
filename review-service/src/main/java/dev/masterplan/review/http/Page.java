package dev.masterplan.review.http;

import dev.masterplan.review.refusal.Refusal;
import java.util.List;

/** The envelope of a list. */
public record Page<T>(List<T> items, long total, int limit, int offset) {

    /** @throws Refusal when the slice is not within its bounds */
    public static void check(int limit, int offset, int maxPageSize) {
        if (limit < 1 || limit > maxPageSize) {
            throw Refusal.invalid("limit must be 1 to " + maxPageSize);
        }
        if (offset < 0) {
            throw Refusal.invalid("offset must not be negative");
        }
    }
}
