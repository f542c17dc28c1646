package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Forms;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Aggregate;
import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument.Task;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code README.md} and {@code requirements.md}: how to run the program, and which sentence stands where. */
final class Documents {

    private static final String ENGINE = "Made by MasterPlan Flow, engine: blueprint (rules, no AI).";

    private static final String RUN = """

            ## Run it

            Python 3.9 or newer, nothing else:

                python3 -m app                 # http://127.0.0.1:8000
                PORT=9000 DATA=/tmp/data python3 -m app
                python3 -m unittest            # the unit tests
                python3 -I acceptance/run      # what the brief asked for, against the running program

            `DATA` is the folder of the database (default `data`), `NOW` (2026-01-31T09:30:00Z) fixes the program's time.

            ## Look around

            - `app/features/` one package for each thing the program keeps; it registers itself when the program starts
            - `app/features/<name>/schema.py` fields, `store.py` rows, `api.py` HTTP, `page.py` HTML; the other modules
              hold one function for each rule, named by the sentence it keeps
            - `requirements.md` every sentence with its tests and files
            """;

    private static final String ADDRESSES = """

            ## Addresses

            The start page is `/`. Each address below takes `GET` (a list: `page`, `page_size`, `sort`, and a field's name as a
            filter) and `POST` (a new record), and with `/{id}` behind it `GET`, `PATCH` and `DELETE`; bodies are JSON objects.

            """;

    private Documents() {}

    static SourceFile readme() {
        return new Document("README.md", "How to run the program, what was put off") {
            @Override
            public String write(int count, Writing writing) {
                Discovery discovery = writing.discovery();
                return "# " + markdown(discovery.domain()) + "\n\n" + markdown(discovery.summary()) + "\n\n" + ENGINE
                        + "\n" + RUN + addresses(discovery) + open(discovery);
            }
        };
    }

    static SourceFile requirements() {
        return new Document("requirements.md", "Every sentence with its tests and files") {
            @Override
            public String write(int count, Writing writing) {
                return writing.discovery().requirements().stream()
                        .map(r -> requirement(r, writing))
                        .collect(Collectors.joining("\n", "# Requirements\n\n" + ENGINE + "\n\n", ""));
            }
        };
    }

    private static String addresses(Discovery discovery) {
        return discovery.aggregates().stream()
                .map(a -> addresses(a, discovery))
                .collect(Collectors.joining("", ADDRESSES, ""));
    }

    private static String addresses(Aggregate aggregate, Discovery discovery) {
        String path = "/" + aggregate.path();
        Stream<String> steps = aggregate.lifecycle() == null
                ? Stream.empty()
                : aggregate.lifecycle().transitions().stream().map(t -> "`POST " + path + "/{id}/" + t.name() + "`");
        Stream<String> lists = Forms.covered(discovery).stream()
                .map(ReadSentence::form)
                .filter(form -> form.entity().equals(aggregate.name()))
                .filter(SentenceForm.Report.class::isInstance)
                .map(form -> "`GET " + path + "/" + ((SentenceForm.Report) form).name() + "`");
        String more = Stream.concat(steps, lists).map(address -> ", " + address).collect(Collectors.joining());
        return "- `" + path + "`, page `/pages" + path + "`" + more + "\n";
    }

    private static String open(Discovery discovery) {
        List<Requirement> open = discovery.requirements().stream()
                .filter(r -> r.coverage().state() != Coverage.State.COVERED)
                .toList();
        String lines = open.stream()
                .map(r -> "- " + r.key() + " " + word(r.coverage()) + ": \"" + markdown(r.sentence()) + "\" ("
                        + markdown(r.coverage().reason()) + ")\n")
                .collect(Collectors.joining());
        return open.isEmpty() ? "" : "\n## Not in this program\n\n" + lines;
    }

    private static String word(Coverage coverage) {
        return coverage.state() == Coverage.State.DEFERRED ? "put off by " + markdown(coverage.by()) : "not covered";
    }

    private static String requirement(Requirement requirement, Writing writing) {
        StringBuilder text = new StringBuilder("## " + requirement.key() + " " + requirement.priority() + ", line "
                + requirement.source().line() + "\n\n> " + markdown(requirement.sentence()) + "\n\n");
        if (requirement.coverage().state() != Coverage.State.COVERED) {
            return text.append(word(requirement.coverage()))
                    .append(": ")
                    .append(markdown(requirement.coverage().reason()))
                    .append("\n")
                    .toString();
        }
        text.append("Tests:\n\n");
        writing.tests().stream()
                .filter(t -> t.requirementId().equals(requirement.id()))
                .forEach(t -> text.append(test(t)));
        text.append("\nFiles:\n\n");
        writing.plan()
                .tasks()
                .filter(t -> t.requirementIds().contains(requirement.id()))
                .map(Task::targetFiles)
                .flatMap(List::stream)
                .distinct()
                .forEach(f -> text.append("- `").append(f).append("`\n"));
        return text.toString();
    }

    private static String test(TestSpecification test) {
        return "- " + test.id() + ": given " + markdown(test.given()) + ", when " + markdown(test.when()) + ", then "
                + markdown(test.then()) + "\n";
    }

    /** One line of Markdown in which the user's text stays text. */
    private static String markdown(String text) {
        return text == null
                ? ""
                : text.replaceAll("\\s+", " ")
                        .replaceAll("\\p{Cntrl}", "")
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .strip();
    }

    /** A document with one link. */
    private abstract static class Document implements SourceFile {
        private final String path;
        private final String title;

        Document(String path, String title) {
            this.path = path;
            this.title = title;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public List<Link> links() {
            return List.of(Link.of("text", title));
        }
    }
}
