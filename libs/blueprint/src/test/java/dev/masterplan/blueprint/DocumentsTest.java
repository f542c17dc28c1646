package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.PlanDocument;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.Requirement.Coverage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generated README.md and requirements.md tell whoever finds the program later. */
class DocumentsTest {

    private static final String LIMIT = "A member has at most 5 open loans.";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "requirements.md"})
    void shouldSayThatNoAiWroteTheProgram(String document) throws IOException {
        assertThat(Tree.ofExample("notes.md").files().get(document)).contains("engine: blueprint (rules, no AI)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "requirements.md"})
    void shouldNameWhatAPersonPutOffWithWhoAndWhy(String document) throws IOException {
        // Given
        Tree whole = Tree.ofExample("library.md");
        Tree without = without(LIMIT, whole);

        // When
        String text = without.files().get(document);

        // Then
        assertThat(text).contains(LIMIT, "put off by Ann <a>".replace("<", "&lt;"), "not before May");
        assertThat(whole.files().get(document)).doesNotContain("put off", "Not in this program");
    }

    @Test
    void shouldShowNoTestAndNoFileForWhatWasPutOff() throws IOException {
        // When
        String text = without(LIMIT, Tree.ofExample("library.md")).files().get("requirements.md");

        // Then
        assertThat(text.split("(?m)^## "))
                .filteredOn(section -> section.contains(LIMIT))
                .singleElement()
                .satisfies(section -> assertThat(section).doesNotContain("Tests:", "Files:"));
    }

    private static Tree without(String sentence, Tree tree) {
        Coverage off = Coverage.deferred("Ann <a>", "not before May");
        List<Requirement> requirements = tree.discovery().requirements().stream()
                .map(r -> r.sentence().equals(sentence) ? r.with(off) : r)
                .toList();
        Discovery discovery = with(tree.discovery(), requirements);
        PlanDocument plan = Blueprint.plan(discovery);
        return new Tree(discovery, plan, Blueprint.specify(discovery, plan));
    }

    private static Discovery with(Discovery d, List<Requirement> requirements) {
        return new Discovery(
                d.domain(),
                d.summary(),
                d.stack(),
                requirements,
                d.boundedContexts(),
                d.aggregates(),
                d.valueObjects(),
                d.domainEvents(),
                d.services(),
                d.assumptions(),
                d.questions(),
                d.risks(),
                d.conventions(),
                d.unread());
    }
}
