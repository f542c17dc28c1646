package dev.masterplan.execution.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line in {@code sandbox/bubblewrap.args}, filled in; values are inserted whole and never split. */
final class BubblewrapArgs {

    private static final String RESOURCE = "/sandbox/bubblewrap.args";

    private final List<String> lines;

    private BubblewrapArgs(List<String> lines) {
        this.lines = lines;
    }

    static BubblewrapArgs load() {
        try (InputStream in = BubblewrapArgs.class.getResourceAsStream(RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new BubblewrapArgs(reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param conditions names whose {@code ?name} lines count
     * @param values     placeholder → text
     * @param lists      placeholder that is a whole line → arguments
     */
    List<String> fill(Set<String> conditions, Map<String, String> values, Map<String, List<String>> lists) {
        List<String> arguments = new ArrayList<>();
        for (String line : lines) {
            String argument = line;
            if (line.startsWith("?")) {
                int space = line.indexOf(' ');
                if (!conditions.contains(line.substring(1, space))) {
                    continue;
                }
                argument = line.substring(space + 1).strip();
            }
            List<String> list = lists.get(argument);
            if (list != null) {
                arguments.addAll(list);
            } else {
                arguments.add(replace(argument, values));
            }
        }
        return arguments;
    }

    private static String replace(String argument, Map<String, String> values) {
        int open = argument.indexOf('{');
        int close = argument.indexOf('}', open);
        if (open < 0 || close < 0) {
            return argument;
        }
        String value = values.get(argument.substring(open + 1, close));
        if (value == null) {
            throw new IllegalStateException("no value for " + argument + " in " + RESOURCE);
        }
        return argument.substring(0, open) + value + argument.substring(close + 1);
    }
}
