package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "Books, copies and members can be registered, changed, listed and deleted", "Register and look up patients". */
final class CrudReader implements FormReader {

    private static final List<String> ORDER = List.of("create", "read", "update", "list", "delete");

    private static final Map<String, String> VERBS = new TreeMap<>(Map.ofEntries(
            Map.entry("create", "create"),
            Map.entry("created", "create"),
            Map.entry("add", "create"),
            Map.entry("added", "create"),
            Map.entry("register", "create"),
            Map.entry("registered", "create"),
            Map.entry("book", "create"),
            Map.entry("read", "read"),
            Map.entry("view", "read"),
            Map.entry("viewed", "read"),
            Map.entry("look up", "read"),
            Map.entry("looked up", "read"),
            Map.entry("change", "update"),
            Map.entry("changed", "update"),
            Map.entry("edit", "update"),
            Map.entry("edited", "update"),
            Map.entry("update", "update"),
            Map.entry("updated", "update"),
            Map.entry("list", "list"),
            Map.entry("listed", "list"),
            Map.entry("delete", "delete"),
            Map.entry("deleted", "delete"),
            Map.entry("remove", "delete"),
            Map.entry("removed", "delete")));

    private static final String VERB = Vocabulary.alternatives(VERBS.keySet());
    private static final String VERB_LIST = VERB + "(?:(?:, and |, | and )" + VERB + ")*";
    private static final String LIST_BORDER = ", and |, | and ";

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain().toLowerCase(Locale.ROOT);
        String noun = "(?:an? |the )?" + words.nouns();
        String nouns = noun + "(?:(?:, and |, | and )" + noun + ")*";
        var passive =
                Pattern.compile("(" + nouns + ") can be (" + VERB_LIST + ")").matcher(text);
        if (passive.matches()) {
            return forms(passive.group(1), passive.group(2), words);
        }
        var active = Pattern.compile("(?:people (?:can )?|one can )?(" + VERB_LIST + ") (" + nouns + ")")
                .matcher(text);
        return active.matches() ? forms(active.group(2), active.group(1), words) : List.of();
    }

    private static List<SentenceForm> forms(String nouns, String verbs, Vocabulary words) {
        List<String> named = Stream.of(verbs.split(LIST_BORDER)).map(VERBS::get).toList();
        List<String> operations = ORDER.stream().filter(named::contains).toList();
        List<SentenceForm> forms = new ArrayList<>();
        for (String noun : nouns.split(LIST_BORDER)) {
            Optional<EntityDraft> entity = words.noun(noun);
            if (entity.isEmpty()) {
                return List.of();
            }
            forms.add(new SentenceForm.Crud(entity.get().name(), operations));
        }
        return forms;
    }
}
