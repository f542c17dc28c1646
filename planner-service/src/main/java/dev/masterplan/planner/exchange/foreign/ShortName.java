package dev.masterplan.planner.exchange.foreign;

import java.util.regex.Pattern;

/** A name of one short line made of a long text: its first sentence or clause, without marks. */
public final class ShortName {

    private static final Pattern MARKS = Pattern.compile("[`*]+");
    private static final Pattern CLAUSE_END = Pattern.compile("\\s+[—–]\\s+|\\.\\s|;\\s|\\n");
    private static final int LONGEST = 100;

    private ShortName() {}

    public static String of(String text) {
        String plain = MARKS.matcher(text).replaceAll("").strip();
        String clause = CLAUSE_END.split(plain, 2)[0].strip();
        String name = clause.isEmpty() ? plain.lines().findFirst().orElse("") : clause;
        if (name.length() <= LONGEST) {
            return name.isBlank() ? "(without a name)" : name;
        }
        int end = name.lastIndexOf(' ', LONGEST - 1);
        return name.substring(0, end < LONGEST / 2 ? wholeCharacters(name) : end) + "…";
    }

    private static int wholeCharacters(String name) {
        return Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    }
}
