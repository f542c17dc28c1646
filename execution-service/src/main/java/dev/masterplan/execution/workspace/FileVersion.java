package dev.masterplan.execution.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One accepted content of one file, as the database holds it.
 *
 * @param path    relative, with {@code /}, safe by {@code PathGuard}
 * @param version 1 for the first content of that path
 * @param sha256  lower-case hexadecimal of the content
 * @param atomNo  who wrote it, or whose file a person wrote; 0 = the service
 */
public record FileVersion(String path, int version, String sha256, byte[] content, int atomNo, boolean byPerson) {

    /** The one file of the tree that is a program by its mode. */
    public static final String RUNNER = "acceptance/run";

    public FileVersion {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(content, "content");
    }

    /** With the hash of its content. */
    public static FileVersion of(String path, int version, byte[] content, int atomNo) {
        return new FileVersion(path, version, Sha256.hex(content), content, atomNo, false);
    }

    /** Written by a person. */
    public static FileVersion ofPerson(String path, int version, byte[] content, int atomNo) {
        return new FileVersion(path, version, Sha256.hex(content), content, atomNo, true);
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Lower-case hexadecimal sha256. */
    public static String hash(byte[] content) {
        return Sha256.hex(content);
    }

    public boolean executable() {
        return path.equals(RUNNER);
    }
}
