package dev.masterplan.languagemodel.price.source;

import dev.masterplan.languagemodel.price.ModelName;
import dev.masterplan.languagemodel.price.PriceTable;
import java.util.Map;

/** @param leftOut models of the file whose price can't be told, and why */
public record Imported(PriceTable table, Map<ModelName, String> leftOut) {}
