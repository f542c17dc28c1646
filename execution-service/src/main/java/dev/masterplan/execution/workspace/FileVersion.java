package dev.masterplan.execution.workspace;

import dev.masterplan.messaging.plan.Required;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as one row has it: the truth that folders and commits are projections of.
 *
 * @param path    relative, with {@code /}
 * @param version 1-based, rising per path
 * @param atomNo  atom that wrote it, null when the service or a person did
 */
public record FileVersion(String path, int version, String sha256, byte[] content, Integer atomNo) {

    public FileVersion {
        path = Required.text(path, "path");
        sha256 = Required.text(sha256, "sha256");
        content = Required.value(content, "content");
    }

    /** A version with the hash of its content. */
    public static FileVersion of(String path, int version, byte[] content, Integer atomNo) {
        return new FileVersion(path, version, hash(content), content, atomNo);
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Lower-case hexadecimal sha256. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
