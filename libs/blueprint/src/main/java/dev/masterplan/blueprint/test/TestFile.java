package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One Python file: the tests of one requirement, each with its given, when and then. */
final class TestFile {

    private static final List<String> SUPPORT = List.of(
            "ABSENT_ID",
            "LEFT_OUT",
            "case",
            "equal",
            "expect",
            "field",
            "holds",
            "ids",
            "items",
            "member_ids",
            "members",
            "number",
            "record",
            "refused",
            "same");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");

    private final Requirement requirement;
    private final StringBuilder body = new StringBuilder();
    private final Set<String> words = new LinkedHashSet<>(Set.of("case"));

    TestFile(Requirement requirement) {
        this.requirement = requirement;
    }

    void add(TestSpecification specification, AcceptanceCase one) {
        body.append("\n\n@case(").append(Python.text(specification.id())).append(")\n");
        body.append("def ").append(one.function()).append("(app):\n");
        body.append("    \"\"\"Given ")
                .append(Python.prose(specification.given()))
                .append("\n");
        body.append("    When ").append(Python.prose(specification.when())).append("\n");
        body.append("    Then ").append(Python.prose(specification.then())).append(".\n    \"\"\"\n");
        for (String line : one.code()) {
            body.append(line.isEmpty() ? "" : "    ").append(line).append("\n");
            Matcher matcher = WORD.matcher(line);
            while (matcher.find()) {
                words.add(matcher.group());
            }
        }
    }

    String content() {
        String imports = SUPPORT.stream().filter(words::contains).collect(Collectors.joining(", "));
        return "\"\"\"" + requirement.key() + " " + requirement.priority() + ", line "
                + requirement.source().line() + ": " + Python.prose(requirement.sentence())
                + "\"\"\"\nfrom support import " + imports + "\n" + body;
    }
}
