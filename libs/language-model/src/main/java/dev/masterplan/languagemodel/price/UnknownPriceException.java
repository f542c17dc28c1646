package dev.masterplan.languagemodel.price;

/** Nothing is sent to a model whose price is not known. */
public final class UnknownPriceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ModelName model;

    UnknownPriceException(ModelName model, PriceTable table) {
        super(("No price is known for %s (prices of %s, %s). Add it to your price file, or import LiteLLM's or "
                        + "models.dev's: docs/reference/models.md says how.")
                .formatted(model, table.date(), table.source()));
        this.model = model;
    }

    public ModelName model() {
        return model;
    }
}
