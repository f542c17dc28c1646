package dev.masterplan.planner.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "app/loan.py", "app/features/__init__.py", ".gitignore", "a b/c.txt"})
    void shouldAllowPathsInsideTheTree(String path) {
        // When
        var refusal = SafePath.refusal(path);

        // Then
        assertThat(refusal).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/etc/passwd",
                "../x",
                "a/../../x",
                "a//b",
                "a/",
                "./a",
                "~/.ssh/id",
                "C:/x",
                "a\\b",
                "a\0b",
                "a\nb",
                ".git/hooks/post-commit",
                "a/.GIT/config",
                ".gitattributes",
                "acceptance/run",
                "Acceptance/x.py",
                ".masterplan/certificate.json",
                "a./b",
                "a /b",
                "-rf",
                "x/-rf"
            })
    void shouldRefuseEverythingElse(String path) {
        // When
        var refusal = SafePath.refusal(path);

        // Then
        assertThat(refusal).isPresent();
    }
}
