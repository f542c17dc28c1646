package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.Transitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "States: open, in progress, closed" and "from open you can start it; a closed issue can be reopened". */
final class StepsReader implements FormReader {

    private static final Pattern STATES = Pattern.compile("(?:states|status|statuses): ([a-z][a-z ,_-]*)");
    private static final Pattern FROM = Pattern.compile("from (.+?) (?:you|one|people|we) can (.+)");
    private static final Pattern CAN = Pattern.compile("an? (.+?) can be ([a-z]+)");
    private static final int CONFLICT = 409;

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain().toLowerCase(Locale.ROOT);
        Matcher states = STATES.matcher(text);
        if (states.matches()) {
            return states(words, states.group(1));
        }
        if (!FROM.matcher(text).matches()) {
            return List.of();
        }
        return words.entities().stream()
                .filter(e -> e.states().size() > 1)
                .filter(e -> steps(words, e, text))
                .findFirst()
                .map(e -> List.<SentenceForm>of(new Transitions(e.name(), CONFLICT)))
                .orElse(List.of());
    }

    private static List<SentenceForm> states(Vocabulary words, String list) {
        return words.entities().stream()
                .filter(e -> e.states().isEmpty())
                .filter(e -> e.field("state").isPresent() || e.field("status").isPresent())
                .findFirst()
                .map(e -> {
                    String field = e.field("state").isPresent() ? "state" : "status";
                    for (String state : list.split(", and |, | and ")) {
                        e.begin(field, state.strip());
                    }
                    return List.<SentenceForm>of(new Transitions(e.name(), CONFLICT));
                })
                .orElse(List.of());
    }

    /** Adds all steps, or none when one is not understood. */
    private static boolean steps(Vocabulary words, EntityDraft entity, String text) {
        List<String[]> steps = new ArrayList<>();
        for (String clause : text.split("; ")) {
            Matcher from = FROM.matcher(clause);
            Matcher can = CAN.matcher(clause);
            if (from.matches() && entity.states().contains(from.group(1))) {
                for (String action : from.group(2).split(" or ")) {
                    steps.add(step(entity, from.group(1), action.strip()));
                }
            } else if (can.matches()) {
                Optional<Described> described = Described.read(words, can.group(1));
                if (described.isEmpty() || described.get().where().size() != 1) {
                    return false;
                }
                String origin = described.get().where().getFirst().value();
                steps.add(step(entity, origin, Verbs.stem(can.group(2))));
            } else {
                return false;
            }
        }
        steps.forEach(s -> entity.transition(s[0], s[1], s[2]));
        return true;
    }

    /** Name, origin, target. */
    private static String[] step(EntityDraft entity, String origin, String action) {
        String bare = action.replaceAll("\\bit\\b", "").replaceAll(" +", " ").strip();
        Optional<String> named = entity.states().stream()
                .filter(s -> bare.endsWith(" to " + s) || s.endsWith(" " + bare.replaceFirst("^.* to ", "")))
                .findFirst();
        String verb = bare.split(" ")[0];
        String target = named.or(() -> byVerb(entity, verb)).orElseGet(() -> neighbour(entity, origin, bare));
        String name = named.map(s -> bare.replaceFirst(" to " + Pattern.quote(s) + "$", ""))
                .orElse(bare);
        return new String[] {name.replace(' ', '-'), origin, target};
    }

    /** "close" leads to closed, "reopen" to open. */
    private static Optional<String> byVerb(EntityDraft entity, String verb) {
        String base = verb.replaceFirst("^re(?=[a-z]{3})", "");
        return entity.states().stream()
                .filter(s -> Verbs.stem(s).equals(verb) || Verbs.stem(s).equals(base))
                .findFirst();
    }

    /** The state after the origin in the list, or before it when the step goes back. */
    private static String neighbour(EntityDraft entity, String origin, String action) {
        int at = entity.states().indexOf(origin) + (action.endsWith("back") ? -1 : 1);
        return entity.states().get(Math.clamp(at, 0, entity.states().size() - 1));
    }
}
