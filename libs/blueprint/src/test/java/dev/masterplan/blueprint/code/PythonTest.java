package dev.masterplan.blueprint.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTest {

    @ParameterizedTest
    @ValueSource(strings = {"It says \"no\"", "It says \"no\"…", "It says \"no\" \u0000", "\"\"\"\"", "no\\"})
    void shouldEndADocstringWhereItIsMeantToEnd(String sentence) {
        // When
        String doc = Python.doc(sentence, "");

        // Then
        assertThat(doc).startsWith("\"\"\"").endsWith("\"\"\"\n");
        assertThat(doc.substring(3, doc.length() - 4)).doesNotEndWith("\"").doesNotContain("\"\"\"", "\\");
    }
}
