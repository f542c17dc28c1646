package dev.masterplan.local.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The metrics that the reference names. */
public final class MetricsDocument {

    private static final Path FILE = Sources.ROOT.resolve("docs/reference/metrics.md");
    private static final Pattern NAME = Pattern.compile("`(masterplan_[a-z_]+)`");

    private MetricsDocument() {}

    /** As Prometheus has them, without {@code _count}, {@code _sum} and {@code _max}. */
    public static List<String> names() {
        return NAME.matcher(Sources.text(FILE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
