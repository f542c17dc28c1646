package dev.masterplan.blueprint.read;

import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a list is ordered and paged: ", newest first, in pages of 20".
 *
 * @param known    false when a part was not understood
 * @param word     newest, oldest, earliest, latest, longest or a field's name; null = by id
 * @param pageSize null = usual
 */
record ListOrder(boolean known, String word, Integer pageSize, Integer maxPageSize) {

    private static final Pattern FIRST = Pattern.compile("(newest|oldest|earliest|latest|longest)(?: [a-z]+)? first");
    private static final Pattern PAGES = Pattern.compile("in pages of (\\d{1,4})");
    private static final Pattern SIZES = Pattern.compile("page size (\\d{1,4})(?:\\.\\.| to )(\\d{1,4})");
    private static final Pattern PAGING = Pattern.compile("with paging|in pages|paged");

    static ListOrder read(String text) {
        String word = null;
        Integer size = null;
        Integer most = null;
        boolean known = true;
        for (String part : text.split(",")) {
            String said = part.strip().replaceFirst("^and ", "");
            Matcher first = FIRST.matcher(said);
            Matcher pages = PAGES.matcher(said);
            Matcher sizes = SIZES.matcher(said);
            if (first.matches()) {
                word = first.group(1);
            } else if (pages.matches()) {
                size = Integer.valueOf(pages.group(1));
            } else if (sizes.matches()) {
                most = Integer.valueOf(sizes.group(2));
            } else {
                known &= said.isEmpty() || PAGING.matcher(said).matches();
            }
        }
        return new ListOrder(known, word, size, most);
    }

    boolean longest() {
        return "longest".equals(word);
    }

    boolean descending() {
        return "newest".equals(word) || "latest".equals(word);
    }

    /** Earliest and latest go by the entity's first date-time, newest and oldest by id (null). */
    String field(EntityDraft entity) {
        if (!"earliest".equals(word) && !"latest".equals(word)) {
            return null;
        }
        return entity.fields().stream()
                .filter(f -> f.type() == FieldType.DATETIME || f.type() == FieldType.DATE)
                .map(Field::name)
                .findFirst()
                .orElse(null);
    }
}
