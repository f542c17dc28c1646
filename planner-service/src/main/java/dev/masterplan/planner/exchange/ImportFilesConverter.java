package dev.masterplan.planner.exchange;

import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link PlanImport.Files} as a JSON column. */
@Converter(autoApply = true)
public class ImportFilesConverter extends JsonTextConverter<PlanImport.Files> {
    public ImportFilesConverter() {
        super(PlanImport.Files.class);
    }
}
