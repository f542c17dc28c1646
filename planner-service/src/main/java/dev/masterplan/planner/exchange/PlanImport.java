package dev.masterplan.planner.exchange;

import dev.masterplan.planner.chat.Message;
import dev.masterplan.planner.exchange.source.SourceFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/** The files that a plan was read from. The report is null until they are read. */
@Entity
@Table(name = "plan_import")
public class PlanImport {

    @Id
    private UUID messageId;

    @Column(nullable = false, updatable = false)
    private UUID masterPlanId;

    @Column(nullable = false, updatable = false)
    private String name;

    @ColumnTransformer(read = "cast(files as text)", write = "cast(cast(? as text) as jsonb)")
    @Column(nullable = false, updatable = false)
    private Files files;

    @ColumnTransformer(read = "cast(report as text)", write = "cast(cast(? as text) as jsonb)")
    private ImportReport report;

    @Column(nullable = false, updatable = false)
    private String traceId;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    /** For Hibernate. */
    protected PlanImport() {}

    /** @param message said "take these files in" */
    public PlanImport(Message message, String name, List<SourceFile> files) {
        this.messageId = message.id();
        this.masterPlanId = message.masterplanId();
        this.name = name;
        this.files = new Files(files);
        this.traceId = message.trace().traceId();
        this.createdAt = message.createdAt();
    }

    /** All files of one import. */
    public record Files(List<SourceFile> files) {
        public Files {
            files = List.copyOf(files);
        }
    }

    /** What they mean: the same each time. */
    public Imported read() {
        return Importer.read(name, files.files(), messageId);
    }

    /** They are read. */
    public void reported(ImportReport made) {
        report = Objects.requireNonNull(made, "report");
    }

    public ImportReport report() {
        return report;
    }
}
