package dev.masterplan.execution.run;

import dev.masterplan.execution.journal.Sql;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.util.UUID;

/** A fault in the database: until it is closed, every change of a row that the condition describes fails. */
public final class RowFault implements AutoCloseable {

    private final Pool pool;
    private final String table;
    private final String name = "fault_" + UUID.randomUUID().toString().replace("-", "");

    /** @param change {@code insert} or {@code update}; @param condition on {@code new} */
    public RowFault(Pool pool, String table, String change, String condition) {
        this.pool = pool;
        this.table = table;
        Sql.run(pool, "create sequence " + name);
        Sql.run(pool, """
                create function %s() returns trigger language plpgsql as $$ begin
                  if %s then perform nextval('%s'); raise exception 'a fault'; end if;
                  return new;
                end $$""".formatted(name, condition, name));
        Sql.run(
                pool,
                "create trigger %s before %s on %s for each row execute function %s()"
                        .formatted(name, change, table, name));
    }

    /** How often it has struck. */
    public long hits() {
        Row row = Sql.rows(pool, "select last_value, is_called from " + name).getFirst();
        return row.getBoolean("is_called") ? row.getLong("last_value") : 0;
    }

    @Override
    public void close() {
        Sql.run(pool, "drop trigger %s on %s".formatted(name, table));
        Sql.run(pool, "drop function " + name);
        Sql.run(pool, "drop sequence " + name);
    }
}
