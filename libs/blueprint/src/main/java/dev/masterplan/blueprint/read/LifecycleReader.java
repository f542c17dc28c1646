package dev.masterplan.blueprint.read;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.blueprint.form.SentenceForm.FinalState;
import dev.masterplan.messaging.plan.Aggregate.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A loan goes open → returned", "NEW → PAID; NEW or PAID → CANCELLED; anything else is refused with 409". */
final class LifecycleReader implements FormReader {

    private static final Pattern ARROW = Pattern.compile("\\s*(?:→|->|=>)\\s*");
    private static final Pattern CLAUSE = Pattern.compile("\\s*[;,]\\s*(?:or |and )?");
    private static final Pattern STATE = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]{0,39}");
    private static final Pattern ELSE =
            Pattern.compile("(?i)(?:anything|everything) else(?: is refused(?: with (4\\d\\d))?)?");
    private static final Pattern GOES = Pattern.compile(
            "(?i)^(?:(?:the |its )?(?:status|state) (?:goes|moves)|(?<noun>.+?)(?:'s (?:status|state))? (?:goes|moves))(?: from)?:? (?<chain>.+)$");
    private static final Pattern STATE_FIELD = Pattern.compile("status|state");

    @Override
    public List<SentenceForm> read(Statement statement, Vocabulary words) {
        String text = statement.plain();
        if (!ARROW.matcher(text).find()) {
            return List.of();
        }
        Matcher goes = GOES.matcher(text);
        String chain = goes.matches() ? goes.group("chain") : text;
        String noun = goes.matches() ? goes.group("noun") : null;
        return entity(words, noun, chain).map(e -> lifecycle(e, chain)).orElse(List.of());
    }

    private static Optional<EntityDraft> entity(Vocabulary words, String noun, String chain) {
        if (noun != null) {
            return words.noun(noun);
        }
        String first = ARROW.split(chain)[0].split(" or ")[0].strip();
        Optional<EntityDraft> byValue = words.entities().stream()
                .filter(e -> e.fields().stream().anyMatch(f -> f.values().contains(first)))
                .findFirst();
        return byValue.or(() -> words.entities().stream()
                .filter(e -> e.states().isEmpty() && stateField(e).isPresent())
                .findFirst());
    }

    private static List<SentenceForm> lifecycle(EntityDraft entity, String chain) {
        int status = 409;
        List<String[]> steps = new ArrayList<>();
        for (String clause : CLAUSE.split(chain)) {
            Matcher otherwise = ELSE.matcher(clause.strip());
            if (otherwise.matches()) {
                status = otherwise.group(1) == null ? status : Integer.parseInt(otherwise.group(1));
            } else if (!steps(clause.strip(), steps)) {
                return List.of();
            }
        }
        String field = stateField(entity).map(Field::name).orElse("status");
        entity.begin(field, steps.getFirst()[0]);
        steps.forEach(s -> entity.transition(name(s[1]), s[0], s[1]));
        return List.of(new SentenceForm.Transitions(entity.name(), status));
    }

    /** Adds [from, to] for each arrow; false when the clause is no chain of states. */
    private static boolean steps(String clause, List<String[]> steps) {
        String[] states = ARROW.split(clause);
        if (states.length < 2) {
            return false;
        }
        for (int i = 0; i + 1 < states.length; i++) {
            for (String from : states[i].split(" or ")) {
                if (!STATE.matcher(from.strip()).matches()
                        || !STATE.matcher(states[i + 1].strip()).matches()) {
                    return false;
                }
                steps.add(new String[] {from.strip(), states[i + 1].strip()});
            }
        }
        return true;
    }

    private static Optional<Field> stateField(EntityDraft entity) {
        return entity.fields().stream()
                .filter(f -> STATE_FIELD.matcher(f.name()).matches())
                .findFirst();
    }

    /** "returned" → "return", "checked in" → "check-in", "PAID" → "pay". */
    static String name(String state) {
        String[] words = state.toLowerCase(Locale.ROOT).split("[ _-]+", 2);
        return Verbs.stem(words[0]) + (words.length > 1 ? "-" + words[1].replaceAll("[ _]+", "-") : "");
    }

    /** "A returned loan stays returned". */
    static final class Final implements FormReader {
        private static final Pattern STAYS =
                Pattern.compile("(?i)^an? (.+) (?:stays|remains|is always) (.+?)(?: for ever| forever)?$");

        @Override
        public List<SentenceForm> read(Statement statement, Vocabulary words) {
            Refusal refusal = Refusal.of(statement.plain());
            Matcher stays = STAYS.matcher(refusal.text());
            if (!stays.matches()) {
                return List.of();
            }
            return Described.read(words, stays.group(1))
                    .filter(d -> isState(d, stays.group(2)))
                    .map(d -> List.<SentenceForm>of(new FinalState(
                            d.entity().name(), d.where().getFirst().value(), refusal.status())))
                    .orElse(List.of());
        }

        private static boolean isState(Described described, String state) {
            return described.where().size() == 1
                    && described
                            .where()
                            .getFirst()
                            .field()
                            .equals(described.entity().stateField())
                    && described.where().getFirst().value().equalsIgnoreCase(state);
        }
    }
}
