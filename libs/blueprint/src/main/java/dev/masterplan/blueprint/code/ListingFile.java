package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm.Listing;
import dev.masterplan.blueprint.form.SentenceForm.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** {@code listing.py}: how a feature's records are listed; each sentence about the list is a link. */
final class ListingFile implements SourceFile {

    private static final String LIST = """
            def register(program):
                ""\"Adds the list of «many».""\"

                def list_«table»(request):
                    ""\"GET «url»""\"
                    with program.store.read() as db:
                        return answer(LISTING.shown(db, request.query(), rules=program.rules))

                program.routes.add("GET", "«url»", list_«table»)
            """;

    private final Feature feature;
    private final List<UUID> requirements;
    private final List<ReadSentence> sentences;

    ListingFile(Feature feature, ProgramModel model, List<UUID> requirements) {
        this.feature = feature;
        this.requirements = requirements;
        this.sentences = model.sentences().stream()
                .filter(s -> s.form() instanceof Listing || s.form() instanceof Search)
                .filter(s -> s.form().entity().equals(feature.aggregate().name()))
                .toList();
    }

    @Override
    public String path() {
        return feature.folder() + "listing.py";
    }

    @Override
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        links.add(new Link("list", "List " + feature.many() + " with filters, order and pages", requirements));
        sentences.forEach(s -> links.add(new Link(
                s.requirement().key(),
                s.form() instanceof Search ? "Search in " + feature.many() : "Order and pages as the sentence asks",
                List.of(s.requirement().id()))));
        return links;
    }

    @Override
    public String write(int count, Writing writing) {
        List<ReadSentence> kept = sentences.subList(0, count - 1);
        StringBuilder text = new StringBuilder(Python.doc("The list of " + feature.many() + ".", ""));
        text.append("\nfrom app.listing import Listing\nfrom app.web import answer\n\n");
        text.append("from .schema import FIELDS, TABLE\n\n");
        kept.forEach(s -> text.append("# ")
                .append(s.requirement().key())
                .append(": ")
                .append(Python.wrap(Python.prose(s.requirement().sentence()), 100, "# "))
                .append('\n'));
        text.append("LISTING = Listing(\n    TABLE,\n    FIELDS,\n");
        options(kept).forEach(option -> text.append("    ").append(option).append(",\n"));
        return text.append(")\n\n\n").append(Template.fill(LIST, names())).toString();
    }

    private java.util.Map<String, String> names() {
        return java.util.Map.of("many", feature.many(), "table", feature.table(), "url", feature.url());
    }

    private static List<String> options(List<ReadSentence> kept) {
        List<String> options = new ArrayList<>();
        Set<String> searched = new TreeSet<>();
        Set<String> days = new TreeSet<>();
        for (ReadSentence sentence : kept) {
            switch (sentence.form()) {
                case Search search -> searched.addAll(search.fields());
                case Listing listing -> {
                    days.addAll(listing.dayFilters());
                    order(listing, options);
                }
                default -> throw new IllegalStateException("not about a list: " + sentence.form());
            }
        }
        if (!searched.isEmpty()) {
            options.add("search=" + Python.tuple(searched));
        }
        if (!days.isEmpty()) {
            options.add("days=" + Python.tuple(days));
        }
        return options;
    }

    private static void order(Listing listing, List<String> options) {
        options.removeIf(o -> o.startsWith("order=") || o.startsWith("page_size=") || o.startsWith("largest_page="));
        String field = listing.sort() == null ? "id" : listing.sort();
        if (!field.equals("id") || listing.descending()) {
            options.add("order=" + Python.text((listing.descending() ? "-" : "") + field));
        }
        if (listing.pageSize() != null) {
            options.add("page_size=" + listing.pageSize());
        }
        if (listing.maxPageSize() != null) {
            options.add("largest_page=" + listing.maxPageSize());
        }
    }
}
