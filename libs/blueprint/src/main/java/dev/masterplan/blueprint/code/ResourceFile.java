package dev.masterplan.blueprint.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file that is the same in every program; lines {@code # ===== link: key | title} part it into links. */
final class ResourceFile implements SourceFile {

    private static final String ROOT = "/dev/masterplan/blueprint/python/";
    private static final String BORDER = "# ===== link: ";

    private final String path;
    private final List<Link> links = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    /** @param title what the first link writes */
    ResourceFile(String path, String title) {
        this.path = path;
        links.add(Link.of("begin", title));
        String[] sections = load(path).split("(?m)^" + BORDER);
        parts.add(sections[0].stripTrailing() + "\n");
        for (int i = 1; i < sections.length; i++) {
            String[] headed = sections[i].split("\n", 2);
            String[] named = headed[0].split("\\|", 2);
            links.add(Link.of(named[0].strip(), named[1].strip()));
            parts.add("\n\n" + headed[1].stripTrailing() + "\n");
        }
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<Link> links() {
        return List.copyOf(links);
    }

    @Override
    public String write(int count, Writing writing) {
        return String.join("", parts.subList(0, count));
    }

    private static String load(String path) {
        try (InputStream in = ResourceFile.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource: " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
