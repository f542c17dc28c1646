package dev.masterplan.execution.view;

import dev.masterplan.execution.Problem;
import dev.masterplan.execution.engine.BlockedBy;
import dev.masterplan.execution.engine.RunEngine;
import dev.masterplan.execution.engine.RunHistory;
import dev.masterplan.execution.journal.Sql;
import dev.masterplan.execution.workspace.CommitEntry;
import dev.masterplan.execution.workspace.GitProjection;
import dev.masterplan.execution.workspace.HistoryLostException;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The files of a run, from their rows, and its history. */
@Path("/api/v1/executions/{id}/workspace")
@Authenticated
@RunOnVirtualThread
public class WorkspaceResource {

    private static final String TREE = """
            select distinct on (path) path, sha256, length(content) as size, version from file_version
            where run_no = $1 order by path, version desc""";
    private static final String FILE =
            "select content from file_version where run_no = $1 and path = $2 order by version desc limit 1";

    private final Executions executions;
    private final RunEngine engine;
    private final Pool pool;

    WorkspaceResource(Executions executions, RunEngine engine, Pool pool) {
        this.executions = executions;
        this.engine = engine;
        this.pool = pool;
    }

    /** @param size in bytes */
    public record FileView(String path, String sha256, int size, int version) {}

    /** @param wave 0 = before the first */
    public record LogView(String commit, String message, int wave, Instant time) {}

    @GET
    @Path("tree")
    @Produces(MediaType.APPLICATION_JSON)
    public List<FileView> tree(@PathParam("id") UUID id) {
        return Sql.rows(pool, TREE, executions.row(id).getInteger("no")).stream()
                .map(f -> new FileView(
                        f.getString("path"), f.getString("sha256"), f.getInteger("size"), f.getInteger("version")))
                .toList();
    }

    @GET
    @Path("file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] file(@PathParam("id") UUID id, @QueryParam("path") String path) {
        Row run = executions.row(id);
        return Sql.rows(pool, FILE, run.getInteger("no"), path).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no file " + path))
                .getBuffer("content")
                .getBytes();
    }

    @GET
    @Path("bundle")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public byte[] bundle(@PathParam("id") UUID id) {
        Row run = executions.row(id);
        if (run.getString("head_commit") == null) {
            throw Problem.notFound("nothing is committed yet");
        }
        return history(run, GitProjection::bundle);
    }

    @GET
    @Path("log")
    @Produces(MediaType.APPLICATION_JSON)
    public List<LogView> log(@PathParam("id") UUID id) {
        Row run = executions.row(id);
        if (run.getString("head_commit") == null) {
            return List.of();
        }
        return history(
                run, git -> git.log().stream().map(WorkspaceResource::view).toList());
    }

    /** @throws Problem 409 when git can't be made to hold what the rows say */
    private <T> T history(Row run, Function<GitProjection, T> reader) {
        try {
            return new RunHistory(engine, run.getInteger("no"), run.getUUID("id"))
                    .read(run.getString("head_commit"), reader);
        } catch (UncheckedIOException e) {
            throw Problem.conflict(BlockedBy.disk(e), Map.of());
        } catch (HistoryLostException e) {
            throw Problem.conflict("the history is lost: " + e.getMessage(), Map.of());
        }
    }

    private static LogView view(CommitEntry entry) {
        return new LogView(entry.commit(), entry.message(), entry.wave(), entry.time());
    }
}
