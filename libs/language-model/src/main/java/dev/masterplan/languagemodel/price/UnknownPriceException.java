package dev.masterplan.languagemodel.price;

/** Nothing is sent to a model whose price is not known. */
public final class UnknownPriceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ModelName model;

    UnknownPriceException(ModelName model, PriceTable table) {
        super(("No price is known for %s (prices of %s, %s). Add it to the file that masterplan.model.prices "
                        + "names, or name a file of LiteLLM or models.dev there (docs/reference/models.md).")
                .formatted(model, table.date(), table.source()));
        this.model = model;
    }

    public ModelName model() {
        return model;
    }
}
