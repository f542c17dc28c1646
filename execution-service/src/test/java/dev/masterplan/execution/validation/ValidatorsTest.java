package dev.masterplan.execution.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.execution.sandbox.NoSandbox;
import dev.masterplan.execution.sandbox.RealSandbox;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorsTest {

    private static final String SUBJECT = "def fine(days):\n    return min(10, days * 0.5)\n";

    @Test
    void shouldAcceptSoundPythonAndMeasureIt() {
        // When
        ValidationReport report = python("def f(a):\n    if a and a > 1:\n        return 1\n    return 0\n");
        // Then
        assertThat(report.passed()).isTrue();
        assertThat(report.results())
                .extracting(ValidatorResult::name)
                .containsExactly("preconditions", "syntax", "lint");
        assertThat(report.results()).extracting(ValidatorResult::weight).containsExactly(0, 2, 1);
        assertThat(report.results().get(1).version()).startsWith("3.");
        assertThat(report.complexity()).isEqualTo(3);
    }

    @Test
    void shouldShowLineAndTextOfASyntaxError() {
        ValidationReport report = python("x = 1\ndef f(:\n    pass\n");
        assertThat(report.passed()).isFalse();
        assertThat(report.diagnostics().getFirst())
                .startsWith("app/fines.py:2:")
                .contains("SyntaxError");
        assertThat(report.diagnostics()).anyMatch(line -> line.contains("def f(:"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return missing_name + 1 | undefined name 'missing_name'",
                "assert (a, 'always true') | assertion is always true",
                "return a is 5 | \"is\" with a literal"
            })
    void shouldRefuseWhatTheStandardLibraryCanSee(String line, String expected) {
        assertThat(python("def f(a):\n    " + line + "\n").diagnostics()).anyMatch(text -> text.contains(expected));
    }

    @Test
    void shouldScoreOnlyFunctionsThatChanged() {
        // Given
        String tangled = "def f(a):\n" + "    if a:\n        a = a - 1\n".repeat(9) + "    return a\n";
        String added = tangled + "\n\ndef g(a):\n    return a or 1\n";
        // When
        ValidationReport report =
                validators().validate(new Candidate("app/f.py", "python", added, tangled, Map.of(), false));
        // Then
        assertThat(report.complexity()).isEqualTo(2);
        assertThat(python(tangled).complexity()).isEqualTo(10);
        assertThat(python("X = 1\n").complexity()).isZero();
    }

    @Test
    void shouldRunTheUnitTestsOfTheSubject() {
        // Given
        String test = unittest("self.assertEqual(5.0, fine(10))", "self.assertEqual(10, fine(99))");
        // When
        ValidationReport good = subject(SUBJECT, test);
        ValidationReport bad = subject(SUBJECT.replace("10,", "11,"), test);
        // Then
        assertThat(good.passed()).isTrue();
        assertThat(good.results().getLast().name()).isEqualTo("unit tests");
        assertThat(bad.passed()).isFalse();
        assertThat(bad.diagnostics().getFirst()).isEqualTo("tests.test_fines.FinesTest.test_1 failed");
        assertThat(bad.diagnostics()).anyMatch(line -> line.contains("AssertionError: 10 != 11"));
    }

    @Test
    void shouldNeverPassOnACleanExit() {
        // When
        ValidationReport midway = subject(SUBJECT, unittest("pass", "__import__('os')._exit(0)"));
        ValidationReport atImport =
                subject("import os\nos._exit(0)\n\n\ndef fine(days):\n    return 1\n", unittest("pass"));
        ValidationReport empty = subject(SUBJECT, "from app.fines import fine\n\nprint(fine(1))\n");
        // Then
        assertThat(midway.diagnostics()).containsExactly("tests.test_fines.FinesTest.test_1 did not end");
        assertThat(atImport.diagnostics()).first().isEqualTo("the tests could not be loaded");
        assertThat(empty.diagnostics()).containsExactly("the file holds no test");
    }

    @Test
    void shouldSurviveWhatBringsTheCompilerDown() {
        ValidationReport report = python("x = " + "(".repeat(100_000) + ")".repeat(100_000) + "\n");
        assertThat(report.passed()).isFalse();
        assertThat(report.diagnostics()).isNotEmpty();
    }

    @Test
    void shouldNotExecuteTheFileItself() {
        assertThat(python("import sys\nsys.exit(3)\n").passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "   ",
                "def f():\n    pass  # TODO: write\n",
                "```python\nx = 1\n```\n",
                "# ... existing code\n",
                "x = 'a\0b'\n",
                "x = '\ud800'\n"
            })
    void shouldRefuseWhatIsNotAWholeFile(String content) {
        ValidationReport report = python(content);
        assertThat(report.passed()).isFalse();
        assertThat(report.results()).extracting(ValidatorResult::name).containsExactly("preconditions");
    }

    @Test
    void shouldRefuseAnUnsafePath() {
        assertThat(validators()
                        .validate(new Candidate(".git/hooks/pre-commit", "text", "x", Map.of(), false))
                        .diagnostics())
                .containsExactly("path: names that begin with .git are git's");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\": [1, 2]} | true",
                "{\"a\": 1, \"a\": 2} | false",
                "{\"a\": 1} x | false",
                "{a: 1} | false",
            })
    void shouldTakeJsonStrictly(String content, boolean passed) {
        assertThat(validators()
                        .validate(new Candidate("x.json", "json", content, Map.of(), false))
                        .passed())
                .isEqualTo(passed);
    }

    @Test
    void shouldSayWhatCouldNotRun() {
        // When
        ValidationReport sql = validators().validate(new Candidate("x.sql", "sql", "select 1", Map.of(), false));
        ValidationReport alone = new Validators(new NoSandbox("none here"), ValidationSettings.standard())
                .validate(new Candidate("x.py", "python", "x = 1\n", Map.of(), false));
        // Then
        assertThat(sql.results().getLast().ran()).isFalse();
        assertThat(sql.results().getLast().passed()).isFalse();
        assertThat(alone.results().getLast().diagnostics()).containsExactly("no sandbox: none here");
    }

    private static ValidationReport python(String content) {
        return validators().validate(new Candidate("app/fines.py", "python", content, Map.of(), false));
    }

    private static ValidationReport subject(String content, String test) {
        Map<String, byte[]> snapshot = Map.of(
                "app/__init__.py",
                new byte[0],
                "tests/test_fines.py",
                test.getBytes(StandardCharsets.UTF_8),
                "tests/test_other.py",
                "raise RuntimeError\n".getBytes(StandardCharsets.UTF_8));
        return validators().validate(new Candidate("app/fines.py", "python", content, snapshot, true));
    }

    private static String unittest(String... bodies) {
        StringBuilder text = new StringBuilder(
                "import unittest\n\nfrom app.fines import fine\n\n\nclass FinesTest(unittest.TestCase):\n");
        for (int i = 0; i < bodies.length; i++) {
            text.append("    def test_%d(self):\n        %s\n".formatted(i, bodies[i]));
        }
        return text + "        self.assertTrue(fine)\n";
    }

    private static Validators validators() {
        return new Validators(RealSandbox.get(), ValidationSettings.standard());
    }
}
