package dev.masterplan.execution.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.view.ExecutionView.Money;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a plan has cost, may cost, and each booking. */
@Path("/api/v1/cost")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CostResource {

    private static final String LEDGER = "select * from ledger where plan = $1 order by at";

    private final Executions executions;
    private final Pool pool;

    CostResource(Executions executions, Pool pool) {
        this.executions = executions;
        this.pool = pool;
    }

    /** Money of a plan in USD. */
    public record View(@JsonUnwrapped Money money, List<Booking> ledger) {}

    /** @param estimated the outcome was unknown and the worst case is booked */
    public record Booking(
            String service,
            String purpose,
            String subject,
            int attempt,
            int call,
            BigDecimal amountUsd,
            boolean estimated,
            Instant at) {}

    @GET
    @Path("{masterplan}")
    public View get(@PathParam("masterplan") UUID masterplanId) {
        executions.rowOfPlan(masterplanId);
        List<Booking> ledger = Sql.rows(pool, LEDGER, masterplanId).stream()
                .map(CostResource::booking)
                .toList();
        return new View(executions.money(masterplanId), ledger);
    }

    private static Booking booking(Row row) {
        return new Booking(
                row.getString("service"),
                row.getString("purpose"),
                row.getString("subject"),
                row.getInteger("attempt"),
                row.getInteger("call"),
                row.getBigDecimal("amount"),
                row.getBoolean("estimated"),
                row.getOffsetDateTime("at").toInstant());
    }
}
