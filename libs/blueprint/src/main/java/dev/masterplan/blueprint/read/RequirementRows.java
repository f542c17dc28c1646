package dev.masterplan.blueprint.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences of a Markdown table with a column that says how binding each is. */
final class RequirementRows {

    private static final Pattern RULE = Pattern.compile("[|:\\s-]+");

    private RequirementRows() {}

    /** @param priority what the row's own cell says; null = the table has no such column, the row stands as it is */
    record Row(String sentence, int line, PriorityWord priority) {}

    /**
     * Where at least one row has a cell MUST, SHOULD, …, a row's sentence is its longest other cell, and the line above
     * the rule is the header. In any other table each row stands as it is.
     *
     * @param number line of the first row in the brief, from 1
     */
    static List<Row> read(List<String> rows, int number) {
        boolean binding = rows.stream()
                .anyMatch(row -> cells(row).stream().anyMatch(cell -> word(cell).isPresent()));
        boolean headed = rows.size() > 1 && RULE.matcher(rows.get(1)).matches();
        List<Row> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            if (RULE.matcher(row).matches() || binding && headed && i == 0) {
                continue;
            }
            read.add(binding ? sentence(row, number + i) : new Row(row, number + i, null));
        }
        return read;
    }

    private static Row sentence(String row, int line) {
        List<String> cells = cells(row);
        PriorityWord priority =
                cells.stream().flatMap(cell -> word(cell).stream()).findFirst().orElse(null);
        return cells.stream()
                .filter(cell -> word(cell).isEmpty())
                .max(Comparator.comparingInt(String::length))
                .map(cell -> new Row(cell, line, priority))
                .orElse(new Row(row, line, priority));
    }

    private static Optional<PriorityWord> word(String cell) {
        return PriorityWord.ofCell(cell);
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|"))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .toList();
    }
}
