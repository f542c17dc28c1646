package dev.masterplan.blueprint.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A Markdown table with columns entity, field, type and rules, said again as one line for each entity. */
final class TableLines {

    private final List<String> header;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    private TableLines(List<String> header) {
        this.header = header;
    }

    /** One line of the table. @param text the line as it stands */
    private record Row(List<String> cells, String text, int line) {}

    /** @param sentence the entity's rows as they stand; @param line of its first row */
    record EntityLine(String text, String sentence, int line) {}

    /** Empty when the table doesn't describe fields of entities. */
    static List<EntityLine> read(List<String> lines, int firstLine) {
        List<String> header = cells(lines.getFirst().toLowerCase(Locale.ROOT));
        if (!header.contains("entity") || !header.contains("field")) {
            return List.of();
        }
        TableLines table = new TableLines(header);
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).matches("[|:\\s-]+")) {
                table.add(lines.get(i), firstLine + i);
            }
        }
        return table.entities();
    }

    private void add(String line, int number) {
        List<String> cells = cells(line);
        if (cells.size() > header.indexOf("field")) {
            rows.computeIfAbsent(cells.get(header.indexOf("entity")), k -> new ArrayList<>())
                    .add(new Row(cells, line, number));
        }
    }

    private List<EntityLine> entities() {
        return rows.entrySet().stream()
                .map(e -> new EntityLine(
                        e.getKey() + ": "
                                + e.getValue().stream().map(this::field).collect(Collectors.joining(", ")),
                        e.getValue().stream().map(Row::text).collect(Collectors.joining(" ")),
                        e.getValue().getFirst().line()))
                .toList();
    }

    private String field(Row row) {
        String type = cell(row, "type");
        String border = type.startsWith("enum") ? "; " : ", ";
        String rules = type + (cell(row, "rules").isEmpty() ? "" : border + cell(row, "rules"));
        return row.cells().get(header.indexOf("field")) + " (" + rules + ")";
    }

    private String cell(Row row, String column) {
        int index = header.indexOf(column);
        return index >= 0 && index < row.cells().size() ? row.cells().get(index) : "";
    }

    private static List<String> cells(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
        return Arrays.stream(inner.split("\\|")).map(String::strip).toList();
    }
}
