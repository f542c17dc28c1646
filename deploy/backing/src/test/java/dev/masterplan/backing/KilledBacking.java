package dev.masterplan.backing;

import java.nio.file.Path;

/** A process with the durable form, which commits a row, says so and waits to be killed. */
public final class KilledBacking {

    private KilledBacking() {}

    public static void main(String... arguments) throws Exception {
        Backing backing = Backing.start(BackingOptions.durable(Path.of(arguments[0])));
        BackingTest.execute(backing, "CREATE TABLE kept (id int)");
        BackingTest.execute(backing, "INSERT INTO kept VALUES (1)");
        System.out.println("committed");
        Thread.currentThread().join();
    }
}
