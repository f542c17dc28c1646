package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.RealSandbox;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AcceptanceOfNotesTest {

    private static final ExampleProgram NOTES = ExampleProgram.make("notes.md");

    @Test
    void shouldFindTheGeneratedTestsRedOnBothStubs() {
        // When
        Preparation preparation = suite().prepare(NOTES.tests(), NOTES.acceptance());
        // Then
        assertThat(preparation).isEqualTo(new Preparation.Prepared(NOTES.manifest()));
    }

    @Test
    void shouldPassEveryTestOnTheGeneratedProgram() {
        // When
        List<TestResult> results = runner().run(NOTES.tree(), NOTES.manifest(), NOTES.ids());
        // Then
        assertThat(results).hasSize(NOTES.tests().size() + 1).allSatisfy(result -> {
            assertThat(result.passed()).as(result.toString()).isTrue();
            assertThat(result.flaky()).isFalse();
            assertThat(result.text()).isNotBlank();
        });
        assertThat(results.getFirst().testId()).isEqualTo(BuildTest.ID);
        assertThat(results.getFirst().text()).contains("files compile", "answers /health");
    }

    @Test
    void shouldRunOnlyTheTestsThatAreAskedFor() {
        String one = NOTES.tests().getFirst().id();
        assertThat(runner().run(NOTES.tree(), NOTES.manifest(), Set.of(one)))
                .extracting(TestResult::testId)
                .containsExactly(BuildTest.ID, one);
    }

    @Test
    void shouldFailOnlyTheBuildWhenAFileDoesNotCompile() {
        // When
        List<TestResult> results = runner().run(NOTES.with("app/broken.py", "def f(:\n"), NOTES.manifest(), Set.of());
        // Then
        assertThat(results).hasSize(1);
        assertThat(results.getFirst().passed()).isFalse();
        assertThat(results.getFirst().text()).startsWith("app/broken.py:1: SyntaxError");
    }

    @Test
    void shouldNotProveAnythingWhenTheProgramDoesNotStart() {
        // When
        List<TestResult> results = runner().run(
                        NOTES.with("app/__main__.py", "print('no port')\nraise SystemExit(4)\n"),
                        NOTES.manifest(),
                        Set.of(NOTES.tests().getFirst().id()));
        // Then
        assertThat(results).noneMatch(TestResult::passed);
        assertThat(results.getFirst().text()).contains("ended with 4: no port");
        assertThat(results.getLast().ran()).isFalse();
    }

    @Test
    void shouldBuildATreeThatHasNoEntryPointYet() {
        // Given
        Map<String, byte[]> tree = new TreeMap<>(NOTES.acceptanceBytes());
        // When
        TestResult build = runner().run(tree, NOTES.manifest(), Set.of()).getFirst();
        // Then
        assertThat(build.passed()).as(build.toString()).isTrue();
        assertThat(build.text()).endsWith("files compile");
    }

    @Test
    void shouldRefuseAcceptanceFilesThatAreNotTheManifests() {
        // When
        List<TestResult> results = runner().run(
                        NOTES.with("acceptance/workers.py", "print('all passed')\n"), NOTES.manifest(), NOTES.ids());
        // Then
        assertThat(results.stream().skip(1)).isNotEmpty().allSatisfy(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.text()).contains("acceptance/workers.py");
        });
    }

    @Test
    void shouldRefuseATestThatIsGreenOnAStub() {
        // Given
        Map<String, String> files = new TreeMap<>(NOTES.acceptance());
        String id = NOTES.tests().getFirst().id();
        String path = files.entrySet().stream()
                .filter(file -> file.getValue().contains("@case(\"" + id + "\""))
                .findFirst()
                .orElseThrow()
                .getKey();
        files.compute(path, (name, code) -> always(code, id));
        // When
        Preparation preparation = suite().prepare(NOTES.tests(), files);
        // Then
        assertThat(preparation)
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.perTest()).containsOnlyKeys(id).containsValue("passes on stub-404"));
    }

    @Test
    void shouldRefuseTestsThatCanNotBeImported() {
        // Given
        Map<String, String> files = new TreeMap<>(NOTES.acceptance());
        files.replaceAll((path, code) -> path.contains("/test_") ? "import not_there\n" + code : code);
        // When
        Preparation preparation = suite().prepare(NOTES.tests(), files);
        // Then
        assertThat(preparation)
                .isInstanceOfSatisfying(
                        Preparation.NotWritten.class,
                        not -> assertThat(not.perTest())
                                .hasSize(NOTES.tests().size())
                                .allSatisfy((id, why) -> assertThat(why)
                                        .startsWith("did not run")
                                        .contains("not_there")));
    }

    @Test
    void shouldRefuseATestThatNoFileHas() {
        // Given
        Map<String, String> files = new TreeMap<>(NOTES.acceptance());
        files.keySet().removeIf(path -> path.contains("/test_"));
        // When
        Preparation preparation = suite().prepare(NOTES.tests(), files);
        // Then
        assertThat(preparation).isInstanceOf(Preparation.NotWritten.class);
    }

    /** The body of that test replaced by a plain return. */
    private static String always(String code, String id) {
        int at = code.indexOf("@case(\"" + id + "\"");
        int body = code.indexOf(":\n", code.indexOf("def ", at)) + 2;
        return code.substring(0, body) + "    return 'always'\n" + code.substring(body);
    }

    private static AcceptanceSuite suite() {
        return new AcceptanceSuite(RealSandbox.get(), AcceptanceSettings.standard());
    }

    private static AcceptanceRunner runner() {
        return new AcceptanceRunner(RealSandbox.get(), AcceptanceSettings.standard());
    }
}
