package dev.masterplan.planner.exchange.rest;

import dev.masterplan.messaging.event.TimeOrderedId;
import dev.masterplan.planner.PlannerConfig;
import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.chat.MessageIntake;
import dev.masterplan.planner.chat.MessageKind;
import dev.masterplan.planner.database.BlockingTransactions;
import dev.masterplan.planner.exchange.ImportName;
import dev.masterplan.planner.exchange.ImportReport;
import dev.masterplan.planner.exchange.Imported;
import dev.masterplan.planner.exchange.Importer;
import dev.masterplan.planner.exchange.PlanImport;
import dev.masterplan.planner.exchange.PlanImportRepository;
import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.generation.ReadingQueue;
import dev.masterplan.planner.http.Idempotency;
import dev.masterplan.planner.http.Roles;
import dev.masterplan.planner.masterplan.PlanVersionRepository;
import dev.masterplan.planner.refusal.Refusal;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Takes files in: they are read once before they are accepted, so that what is no plan is refused at once, and stored
 * with their message before they are read for good.
 */
@Path("/api/v1/masterplans")
@Authenticated
public class ImportResource {

    private final MessageIntake intake;
    private final PlanVersionRepository versions;
    private final PlanImportRepository imports;
    private final ReadingQueue queue;
    private final BlockingTransactions transactions;
    private final Idempotency idempotency;
    private final PlannerConfig config;

    ImportResource(
            MessageIntake intake,
            PlanVersionRepository versions,
            PlanImportRepository imports,
            ReadingQueue queue,
            BlockingTransactions transactions,
            Idempotency idempotency,
            PlannerConfig config) {
        this.intake = intake;
        this.versions = versions;
        this.imports = imports;
        this.queue = queue;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.config = config;
    }

    /** @param name of the session and of the plan; null: as the file or its folder is called */
    public record ImportAsked(String name, List<NamedText> files) {}

    /** @param name with or without folders */
    public record NamedText(String name, String text) {}

    /** What a 202 says: stored, and where to look. */
    public record Accepted(UUID sessionId, UUID messageId, UUID masterplanId, String traceId) {
        static Accepted of(Message message) {
            return new Accepted(
                    message.sessionId(),
                    message.id(),
                    message.masterplanId(),
                    message.trace().traceId());
        }
    }

    /** @param report null while the files are being read, and for a plan that came of no import */
    public record ImportView(UUID masterplanId, ImportReport report) {}

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response take(ImportAsked asked) {
        return accept(asked == null ? null : asked.name(), ImportMapper.ofBody(asked, config.maxImportBytes()));
    }

    @POST
    @Path("import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RunOnVirtualThread
    @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
    public Response take(@RestForm String name, @RestForm(FileUpload.ALL) List<FileUpload> files) {
        return accept(name, ImportMapper.ofForm(files, config.maxImportBytes()));
    }

    @GET
    @Path("{id}/import")
    @WithSession
    public Uni<ImportView> report(UUID id) {
        return versions.newest(id)
                .chain(() -> imports.ofPlan(id))
                .map(found -> new ImportView(id, found == null ? null : found.report()));
    }

    /** @throws Refusal when there is no plan in the files */
    private Response accept(String asked, List<SourceFile> files) {
        String name = asked == null || asked.isBlank() ? ImportName.of(files) : asked.strip();
        Imported read = Importer.read(name, files, TimeOrderedId.next());
        AtomicReference<Message> stored = new AtomicReference<>();
        Response answer = transactions.await(idempotency.once(
                202,
                new ImportAsked(
                        asked,
                        files.stream()
                                .map(file -> new NamedText(file.name(), file.text()))
                                .toList()),
                () -> store(name, files, read).invoke(stored::set).map(Accepted::of)));
        if (stored.get() != null) {
            queue.put(stored.get());
        }
        return answer;
    }

    private Uni<Message> store(String name, List<SourceFile> files, Imported read) {
        return intake.open(name)
                .chain(session -> intake.takeWithPlan(
                        session.id(), MessageKind.IMPORT, said(name, files), read.engine(), read.limits()))
                .call(message -> imports.persist(new PlanImport(message, name, files)));
    }

    private static String said(String name, List<SourceFile> files) {
        return "/import " + name + ": " + files.stream().map(SourceFile::name).collect(Collectors.joining(", "));
    }
}
