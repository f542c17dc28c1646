package dev.masterplan.execution.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;

/** One hash of a whole tree: equal exactly when every path has the same bytes. */
public final class TreeHash {

    private TreeHash() {}

    public static String of(Collection<FileVersion> files) {
        var digest = Sha256.digest();
        files.stream()
                .sorted(Comparator.comparing(FileVersion::path))
                .map(file -> file.path() + '\0' + file.sha256() + '\n')
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
