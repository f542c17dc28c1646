package dev.masterplan.blueprint.code;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module that grows by parts: imports are joined at its top, registrations in its last function. */
final class PythonFile implements SourceFile {

    private static final Pattern FROM = Pattern.compile("from (\\S+) import (.+)");
    private static final int WIDTH = 110;

    private final String path;
    private final String purpose;
    private final String registers;
    private final List<Part> parts;

    /**
     * @param purpose   first line of the module
     * @param registers what its {@code register} function says it does; unused without registrations
     */
    PythonFile(String path, String purpose, String registers, List<Part> parts) {
        this.path = path;
        this.purpose = purpose;
        this.registers = registers;
        this.parts = List.copyOf(parts);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public List<Link> links() {
        return parts.stream().map(Part::link).toList();
    }

    @Override
    public String write(int count, Writing writing) {
        List<Part> written = parts.subList(0, count);
        StringBuilder text = new StringBuilder(Python.doc(purpose, ""));
        text.append(imports(written));
        written.stream().map(Part::body).filter(b -> !b.isBlank()).forEach(body -> {
            boolean continues = body.startsWith("    ");
            text.append(continues ? "\n" : gap(text, body))
                    .append(body.stripTrailing())
                    .append('\n');
        });
        List<String> lines =
                written.stream().flatMap(p -> p.registrations().stream()).toList();
        if (!lines.isEmpty()) {
            text.append("\n\ndef register(program):\n").append(Python.doc(registers, "    "));
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    /** Two empty lines before functions and classes, one before what stands at the top. */
    private static String gap(StringBuilder text, String body) {
        return body.startsWith("def ") || body.startsWith("class ") ? "\n\n" : "\n";
    }

    private static String imports(List<Part> parts) {
        Set<String> whole = new TreeSet<>();
        Map<String, Set<String>> named = new TreeMap<>();
        parts.stream().flatMap(p -> p.imports().stream()).forEach(line -> {
            Matcher from = FROM.matcher(line);
            if (from.matches()) {
                List.of(from.group(2).split(", "))
                        .forEach(n -> named.computeIfAbsent(from.group(1), k -> new TreeSet<>())
                                .add(n));
            } else {
                whole.add(line);
            }
        });
        Map<Integer, Set<String>> groups = new TreeMap<>();
        whole.forEach(
                line -> groups.computeIfAbsent(0, k -> new LinkedHashSet<>()).add(line));
        named.forEach((module, names) -> groups.computeIfAbsent(group(module), k -> new LinkedHashSet<>())
                .add(line(module, names)));
        List<String> blocks = new ArrayList<>();
        groups.values().forEach(lines -> blocks.add(String.join("\n", lines) + "\n"));
        return blocks.isEmpty() ? "" : "\n" + String.join("\n", blocks);
    }

    /** Standard library, then the program, then neighbours. */
    private static int group(String module) {
        if (module.startsWith(".")) {
            return 2;
        }
        return module.startsWith("app") || module.startsWith("tests") ? 1 : 0;
    }

    private static String line(String module, Set<String> names) {
        String line = "from " + module + " import " + String.join(", ", names);
        return line.length() <= WIDTH
                ? line
                : "from " + module + " import (\n    " + String.join(",\n    ", names) + ",\n)";
    }
}
