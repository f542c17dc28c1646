package dev.masterplan.messaging.event;

import java.security.SecureRandom;
import java.util.UUID;

/** UUIDs of version 7: new ids sort after old ones, so that primary keys grow at one end. */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;
    private static final long RANDOM_HIGH_BITS = 0xFFFL;
    private static final long RANDOM_LOW_BITS = 0x3FFFFFFFFFFFFFFFL;

    private TimeOrderedId() {}

    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | RANDOM.nextLong() & RANDOM_HIGH_BITS;
        return new UUID(high, RANDOM.nextLong() & RANDOM_LOW_BITS | VARIANT);
    }
}
