package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Listing;
import dev.masterplan.blueprint.form.SentenceForm.Report;
import dev.masterplan.blueprint.form.Words;
import dev.masterplan.messaging.plan.Aggregate.Field;
import dev.masterplan.messaging.plan.Aggregate.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "List the overdue loans, longest overdue first", "list the loans of a member by status, newest first". */
final class ListReader implements FormReader {

    private static final Pattern LIST = Pattern.compile(
            "(?:list|show|see)(?: all)? (?:the |all )?(.+?)((?: of (?:an? |one )[a-z ]+?)*)((?: (?:filtered )?by [a-z ,-]+?)?)"
                    + "((?:, (?:and )?(?:newest|oldest|earliest|latest|longest|in pages|with paging|page size|paged)[^,]*)*)");
    private static final Pattern OWNED = Pattern.compile("(?:an? )?(.+?)'s (.+)");
    private static final Pattern OF = Pattern.compile(" of (an|a|one) ([a-z ]+?)(?= of |$)");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement
                .plain()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^(?:we|people|one|i) (?:must |should )?(?:be able to|can) ", "");
        Matcher list = LIST.matcher(text);
        if (!list.matches()) {
            return List.of();
        }
        ListOrder order = ListOrder.read(list.group(4));
        return order.known() ? form(words, list, order).map(List::of).orElse(List.of()) : List.of();
    }

    private static Optional<SentenceForm> form(Vocabulary words, Matcher list, ListOrder order) {
        List<String> owners = new ArrayList<>();
        String noun = list.group(1);
        Matcher owned = OWNED.matcher(noun);
        if (owned.matches()) {
            owners.add(owned.group(1));
            noun = owned.group(2);
        }
        Optional<Described> described = Described.read(words, noun);
        if (described.isEmpty()) {
            return Optional.empty();
        }
        boolean filtered =
                !owners.isEmpty() || !list.group(2).isEmpty() || !list.group(3).isEmpty();
        if (!described.get().where().isEmpty()) {
            return filtered ? Optional.empty() : Optional.of(report(described.get(), noun, order));
        }
        return listing(words, described.get().entity(), owners, list, order);
    }

    private static SentenceForm report(Described described, String noun, ListOrder order) {
        EntityDraft entity = described.entity();
        String word = noun.replaceAll("\\s*\\b(?:" + entity.plural() + "|" + entity.spoken() + ")\\b\\s*", "");
        String sort = order.longest() ? passedDay(described.where()) : order.field(entity);
        return new Report(
                entity.name(), Words.kebab(word), described.where(), sort, !order.longest() && order.descending());
    }

    private static String passedDay(List<Condition> where) {
        return where.stream()
                .filter(c -> c.op() == Condition.Op.LT)
                .map(Condition::field)
                .findFirst()
                .orElse(null);
    }

    private static Optional<SentenceForm> listing(
            Vocabulary words, EntityDraft entity, List<String> owners, Matcher list, ListOrder order) {
        List<String> filters = new ArrayList<>();
        List<String> days = new ArrayList<>();
        Matcher of = OF.matcher(list.group(2));
        while (of.find()) {
            owners.add(of.group(2));
        }
        String by = list.group(3).replaceFirst("^ (?:filtered )?by ", "");
        if (!by.isBlank()) {
            owners.addAll(List.of(by.split(", and |, | and ")));
        }
        for (String owner : owners) {
            if (!filter(words, entity, owner, filters, days)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Listing(
                entity.name(),
                filters,
                days,
                order.field(entity),
                order.descending(),
                order.pageSize(),
                order.maxPageSize()));
    }

    private static boolean filter(
            Vocabulary words, EntityDraft entity, String owner, List<String> filters, List<String> days) {
        if (owner.equals("day")) {
            Optional<Field> day = entity.fields().stream()
                    .filter(f -> f.type() == FieldType.DATETIME)
                    .findFirst();
            day.ifPresent(f -> days.add(f.name()));
            return day.isPresent();
        }
        Optional<Field> field = words.noun(owner)
                .flatMap(target -> Vocabulary.reference(entity, target))
                .or(() -> Vocabulary.field(entity, owner));
        field.ifPresent(f -> filters.add(f.name()));
        return field.isPresent();
    }
}
