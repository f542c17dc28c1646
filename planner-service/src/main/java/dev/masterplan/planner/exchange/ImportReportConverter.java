package dev.masterplan.planner.exchange;

import dev.masterplan.planner.json.JsonTextConverter;
import jakarta.persistence.Converter;

/** {@link ImportReport} as a JSON column. */
@Converter(autoApply = true)
public class ImportReportConverter extends JsonTextConverter<ImportReport> {
    public ImportReportConverter() {
        super(ImportReport.class);
    }
}
