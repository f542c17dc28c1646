package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a generated program, outside of the product, as a person uses them. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class ProgramInBrowserTest {

    @TempDir
    private Path temporary;

    @Test
    void shouldAddARecordAndTakeItThroughItsStates(BuiltLamps lamps) {
        try (Browser browser = Browser.open();
                RunningProgram program = RunningProgram.start(lamps.out(), temporary)) {
            Page page = browser.page();
            Locator row = page.locator("tbody tr");
            Locator steps = row.locator("form.step").getByRole(AriaRole.BUTTON);

            // When
            page.navigate(program.address());
            page.locator("a[href='/pages/lamps']").first().click();
            page.locator("form.add [name=name]").fill("Desk & <b>lamp</b>");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                    .click();

            // Then
            row.getByText("Desk & <b>lamp</b>").waitFor();
            assertThat(row.textContent()).contains("new").doesNotContain("broken");
            assertThat(steps.count()).isEqualTo(1);

            // When
            steps.click();

            // Then
            row.getByText("lit", exactly()).waitFor();
            steps.click();
            row.getByText("broken", exactly()).waitFor();
            assertThat(steps.count()).isZero();
            assertThat(program.page("/lamps/1")).contains("\"broken\"");
            assertThat(browser.errors()).allMatch(error -> error.contains("/favicon.ico"));
        }
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
