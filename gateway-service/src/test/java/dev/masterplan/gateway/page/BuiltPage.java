package dev.masterplan.gateway.page;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether this build has a page; {@code -DskipUi} leaves it out. */
public final class BuiltPage {

    private BuiltPage() {}

    public static boolean exists() {
        return Files.exists(Path.of("target/classes/META-INF/resources/index.html"));
    }
}
