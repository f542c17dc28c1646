package dev.masterplan.blueprint.code;

import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** {@code store.py}: a feature's rows in the database. */
final class StoreFile {

    private static final String FIND = """
            def find(db, record_id):
                ""\"The «one» with that id; 404 when there is none.""\"
                row = db.execute("SELECT * FROM «table» WHERE id = ?", (record_id,)).fetchone()
                if row is None:
                    raise not_found(f"«one» {record_id}")
                return row
            """;

    private static final String UPDATE = """
            def update(db, record_id, values):
                ""\"Changes some fields of «a» and returns it.""\"
                if values:
                    changes = ", ".join(f'"{name}" = :{name}' for name in values)
                    db.execute(f"UPDATE «quoted» SET {changes} WHERE id = :id", {**values, "id": record_id})
                return find(db, record_id)
            """;

    private static final String REMOVE = """
            def remove(db, record_id):
                ""\"Removes «a» for good.""\"
                db.execute("DELETE FROM «table» WHERE id = ?", (record_id,))
            """;

    private StoreFile() {}

    static SourceFile of(Feature feature, ProgramModel model, List<UUID> requirements) {
        var names = new HashMap<>(Template.names(feature));
        names.put("quoted", Sql.name(feature.table()).replace("\"", "\\\""));
        String table = names.get("table").replace("\"", "\\\"");
        names.put("table", table);
        return new PythonFile(
                feature.folder() + "store.py",
                "The rows of " + feature.many() + " in the database.",
                "",
                List.of(
                        new Part(
                                new Link("add", "Add and find " + feature.many(), requirements),
                                List.of("from app.errors import not_found"),
                                insert(feature, model) + "\n\n" + Template.fill(FIND, names)),
                        new Part(
                                new Link("change", "Change " + feature.many(), requirements),
                                List.of(),
                                Template.fill(UPDATE, names)),
                        new Part(
                                new Link("remove", "Remove " + feature.many(), requirements),
                                List.of(),
                                Template.fill(REMOVE, names))));
    }

    private static String insert(Feature feature, ProgramModel model) {
        List<Field> fields = model.stored(feature);
        String columns = fields.stream().map(f -> Sql.name(f.name())).collect(Collectors.joining(", "));
        String values = fields.stream().map(f -> ":" + f.name()).collect(Collectors.joining(", "));
        String table = Sql.name(feature.table());
        String statement = fields.isEmpty()
                ? "INSERT INTO " + table + " DEFAULT VALUES"
                : "INSERT INTO " + table + " (\n            "
                        + Python.wrap(columns, 90, "            ") + "\n        ) VALUES (\n            "
                        + Python.wrap(values, 90, "            ") + "\n        )";
        return "def insert(db, values):\n    \"\"\"Adds " + feature.article() + " and returns it.\"\"\"\n"
                + "    cursor = db.execute(\n        \"\"\"\n        " + statement + "\n        \"\"\",\n"
                + "        values,\n    )\n    return find(db, cursor.lastrowid)\n";
    }
}
