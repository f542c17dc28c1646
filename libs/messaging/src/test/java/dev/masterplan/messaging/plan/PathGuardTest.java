package dev.masterplan.messaging.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                "/etc/passwd",
                "//server/share",
                "~/x.py",
                "~root/x.py",
                "../x.py",
                "app/../../x.py",
                "app/./x.py",
                "app//x.py",
                "app/",
                ".",
                "..",
                "...",
                ".git/hooks/pre-commit",
                "app/.git/config",
                ".GIT/config",
                ".gitmodules",
                ".gitattributes",
                ".gitignore",
                "app/.gitignore",
                ".g\u200cit/config",
                "git~1/config",
                "\uff0egit/config",
                ".masterplan/certificate.json",
                "C:/x.py",
                "C:x.py",
                "app\\x.py",
                "..\\x.py",
                "a\u0000b.py",
                "a\nb.py",
                "a\rb.py",
                "a\tb.py",
                "a\u001b[31mb.py",
                "a\u0085b.py",
                "a\u202etxt.py",
                "a\ufeffb.py",
                "a\u00a0b.py",
                "a\u2028b.py",
                "\ud800.py",
                "e\u0301.py",
                "con",
                "app/NUL.py",
                "COM1.txt",
                "lpt9",
                "aux.json",
                "a:b.py",
                "a|b.py",
                "a?.py",
                "*.py",
                "-rf",
                "app/-x.py",
                "a. ",
                "x/-rf",
                "a /b",
                "app./x.py",
                " x.py",
                "x.py ",
                "a".repeat(121) + ".py",
                "a/".repeat(16) + "x.py",
                ("a".repeat(99) + "/").repeat(3) + "x.py");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void shouldRefuseEveryPathThatIsNotPlain(String path) {
        assertThat(PathGuard.problem(path)).as(path).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "app/__init__.py",
                "app/loans/rules.py",
                "a b/ä.py",
                "Dockerfile",
                "LICENSE",
                ".dockerignore",
                "x..y.py",
                "a b/c.txt",
                "console.py",
                "acceptance/run",
                "a/[id].ts",
                "a/$x.ts",
                "a/(group)/page.tsx"
            })
    void shouldLetPlainPathsThrough(String path) {
        assertThat(PathGuard.problem(path)).isEmpty();
    }

    @Test
    void shouldKeepAtomsAwayFromTheAcceptanceTests() {
        assertThat(PathGuard.problemForAtom("acceptance/test_loans.py")).isPresent();
        assertThat(PathGuard.problemForAtom("Acceptance/run")).isPresent();
        assertThat(PathGuard.problemForAtom("acceptance")).isPresent();
        assertThat(PathGuard.problemForAtom("app/acceptance.py")).isEmpty();
        assertThat(PathGuard.problemForAtom("acceptance_notes.md")).isEmpty();
    }

    @Test
    void shouldRefuseAPathThatClashesWithAnother() {
        List<String> others = List.of("app/loans.py", "app/x/y.py");
        assertThat(PathGuard.clash("app/Loans.py", others)).contains("differs only in case from app/loans.py");
        assertThat(PathGuard.clash("app/x", others)).isPresent();
        assertThat(PathGuard.clash("app/loans.py/z", others)).isPresent();
        assertThat(PathGuard.clash("app/loans.py", others)).isEmpty();
        assertThat(PathGuard.clash("app/members.py", others)).isEmpty();
    }
}
