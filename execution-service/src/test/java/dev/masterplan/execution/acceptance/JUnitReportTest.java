package dev.masterplan.execution.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitReportTest {

    @Test
    void shouldTellPassedFailedAndNotRunApart() {
        // When
        JUnitReport report = parse("""
                <testcase name="T-1-1" classname="R-1" time="0.031"><system-out>six → 409</system-out></testcase>
                <testcase name="T-1-2" time="1.5"><failure type="assertion" message="was 201">POST …</failure></testcase>
                <testcase name="T-1-3" time="x"><error type="not-run" message="refused">why</error></testcase>
                <testcase name="T-1-4"><skipped/></testcase>
                """);
        // Then
        assertThat(report.tests().get("T-1-1")).isEqualTo(new JUnitReport.Told(true, true, "six → 409", "", 31));
        assertThat(report.tests().get("T-1-2")).isEqualTo(new JUnitReport.Told(true, false, "was 201", "POST …", 1500));
        assertThat(report.tests().get("T-1-3")).isEqualTo(new JUnitReport.Told(false, false, "refused", "why", 0));
        assertThat(report.tests().get("T-1-4").passed()).isFalse();
    }

    @Test
    void shouldFailATestThatIsToldTwice() {
        JUnitReport report = parse("<testcase name=\"T-1-1\"/><testcase name=\"T-1-1\"/>");
        assertThat(report.tests().get("T-1-1").passed()).isFalse();
        assertThat(report.tests().get("T-1-1").text()).isEqualTo("told twice in the report");
    }

    @Test
    void shouldTakeTheWorstOfSeveralThings() {
        JUnitReport report = parse(
                "<testcase name=\"a\"><error message=\"1\"/><failure message=\"2\"/><system-out>ok</system-out></testcase>");
        assertThat(report.tests().get("a").ran()).isFalse();
        assertThat(report.tests().get("a").passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<testsuite>",
                "{}",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"a\"><system-out>&x;</system-out></testcase></testsuite>",
                "<!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><testsuite><testcase name=\"&b;\"/></testsuite>",
                "<testsuite><testcase name=\"a\"><system-out><b/></system-out></testcase></testsuite>",
                "<testsuite><testcase name=\"a\"/></testsuite><testsuite>",
                "<testsuite><testcase name=\"a\">\u0000</testcase></testsuite>",
            })
    void shouldTellOfNoTestWhenTheReportIsHostileOrBroken(String xml) {
        JUnitReport report = JUnitReport.parse(xml);
        assertThat(report.tests()).isEmpty();
        assertThat(report.trouble()).isNotEmpty();
    }

    @Test
    void shouldKeepHostileTextAsText() {
        JUnitReport report = parse(
                "<testcase name=\"a\"><failure message=\"&lt;script&gt;'; drop table\"><![CDATA[</testcase>\u202e$(rm)]]></failure></testcase>");
        assertThat(report.tests().get("a").text()).isEqualTo("<script>'; drop table");
        assertThat(report.tests().get("a").evidence()).isEqualTo("</testcase>\u202e$(rm)");
    }

    @Test
    void shouldKeepAMessageOnOneLine() {
        JUnitReport report = parse("<testcase name=\"a\"><failure message=\"was&#10;passed &#9; T-1\"/></testcase>");
        assertThat(report.tests().get("a").text()).isEqualTo("was passed T-1");
    }

    @Test
    void shouldBoundTextsAndTimes() {
        JUnitReport report = parse("<testcase name=\"a\" time=\"1e300\"><failure message=\"" + "m".repeat(9_000) + "\">"
                + "e".repeat(90_000) + "</failure></testcase>");
        assertThat(report.tests().get("a").text()).hasSize(300);
        assertThat(report.tests().get("a").evidence()).hasSize(4_000);
        assertThat(report.tests().get("a").durationMs()).isZero();
    }

    private static JUnitReport parse(String testcases) {
        return JUnitReport.parse("<?xml version=\"1.0\"?><testsuite name=\"acceptance\">" + testcases + "</testsuite>");
    }
}
