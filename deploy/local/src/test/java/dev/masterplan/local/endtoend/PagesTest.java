package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import dev.masterplan.local.stack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person does with nothing but the pages, from the brief to the reviewed program, in a real browser. */
@Tag("slow")
@ExtendWith(StackExtension.class)
class PagesTest {

    private static final String BRIEF = "docs/examples/notes.md";
    private static final String FAULTY = "app/features/note/api.py";
    private static final Pattern FAULT = Pattern.compile("(?m)^.*\\.add\\(\"PUT\", \"[^\"{]+\", api\\.create\\)\\n");
    private static final String SENTENCE = "Notes can be created, changed, listed and deleted.";
    private static final double RUN_MILLIS = 180_000;

    private final Browser browser = Browser.open();
    private final Page page = browser.page();
    private final List<String> problems = new ArrayList<>();
    private int framesAtTheKill;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void shouldLeadFromTheBriefToTheReviewedProgram(RunningProduct product) throws IOException {
        try {
            walk(product);
        } catch (PlaywrightException | AssertionError e) {
            browser.keep("pages-failed.png");
            throw e;
        }
        problems.addAll(browser.errors());
        assertThat(problems).isEmpty();
    }

    private void walk(RunningProduct product) throws IOException {
        signIn(product);
        describe(Files.readString(RunningProduct.ROOT.resolve(BRIEF)));
        approveARehearsal();
        killTheGateway(product);
        seeWhatFailed();
        LiveFrames.shouldBeTheJournals(product, browser.frames(), framesAtTheKill);
        correctATest();
        changeTheLimits();
        mendTheFile();
        approveTheReview();
        findItAgain();
    }

    private void signIn(RunningProduct product) {
        page.navigate(product.instance().url());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .waitFor();
        accessible("sign-in");
        browser.forgetErrors();
        page.navigate(product.instance().board());
        heading("Describe the software you want").waitFor();
        assertThat(page.url()).doesNotContain("token");
    }

    private void describe(String brief) {
        page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("/masterplan\n" + brief);
        click("Send");
        region("Generation").getByText("Plan made").waitFor();
        page.getByText("3 requirements (2 MUST, 1 SHOULD)").waitFor();
        accessible("chat");
    }

    private void approveARehearsal() {
        link("Open the plan").click();
        heading("Coverage 3/3").waitFor();
        accessible("plan");
        click("Rehearse with faults");
        page.getByText("rehearsal, faults injected").waitFor();
        browser.forgetFrames();
        click("Approve and build");
        page.waitForURL("**/runs/*");
        page.getByText(Pattern.compile("Preparing|Wave \\d+ of")).first().waitFor();
    }

    private void killTheGateway(RunningProduct product) {
        Locator connection = page.getByLabel("Connection");
        page.getByText(Pattern.compile("Wave \\d+ of \\d+ · [1-9]")).waitFor();
        assertThat(connection.textContent()).isEqualTo("live");
        problems.addAll(browser.errors());
        framesAtTheKill = browser.frames().size();
        product.stack().process(ServiceName.GATEWAY).destroyForcibly();
        connection.getByText(Pattern.compile("offline|connecting")).waitFor();
        connection.getByText("live").waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
        browser.forgetErrors();
    }

    private void seeWhatFailed() {
        Locator blocked = page.getByText(Pattern.compile("^Blocked: gate: .*" + SENTENCE + ".*expected 405"));
        blocked.waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
        Locator failed = region("What failed");
        failed.getByText("R-002 MUST: “" + SENTENCE + "”").waitFor();
        failed.getByText("PUT /notes → 400, expected 405").first().waitFor();
        assertThat(page.getByText(Pattern.compile("^What helps: edit a file")).isVisible())
                .isTrue();
        accessible("board");
    }

    private void correctATest() {
        click("Correct test T-002-1");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator code = dialog.getByRole(AriaRole.TEXTBOX).first();
        code.fill(code.inputValue().replace("\"an unknown method\"", "\"a method\"") + "# clearer words\n");
        dialog.getByLabel("Reason").fill("clearer words");
        dialog.getByText("+ # clearer words").waitFor();
        dialog.getByRole(AriaRole.BUTTON, button("Save and prove it red")).click();
        dialog.waitFor(gone());
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Acceptance tests"))
                .click();
        page.getByText("corrected by owner: “clearer words”").waitFor();
        page.getByText(Pattern.compile("^Blocked: gate")).waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
        region("Corrected tests").getByText("+ # clearer words").waitFor();
        accessible("tests");
    }

    private void changeTheLimits() {
        click("Change limits");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Hard limit").fill("40");
        dialog.getByText("has to be higher than the soft limit").waitFor();
        dialog.getByLabel("Hard limit").fill("120");
        dialog.getByRole(AriaRole.BUTTON, button("Save")).click();
        page.getByText("stops at $120.00").waitFor();
    }

    private void mendTheFile() {
        click(FAULTY);
        click("Edit the file");
        Locator code = page.getByLabel("Content of " + FAULTY);
        String mended = FAULT.matcher(code.inputValue()).replaceAll("");
        code.fill(mended + "def broken(:\n");
        page.getByLabel("Reason").fill("PUT is no way to make a note");
        click("Save and test");
        page.getByText("The edit was refused; it is kept here").waitFor();
        page.getByText("SyntaxError").first().waitFor();
        accessible("edit");
        code.fill(mended);
        click("Save and test");
        page.getByLabel("Content of " + FAULTY)
                .and(page.getByRole(AriaRole.REGION))
                .waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close"))
                .click();
        page.getByText("completed", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
        page.getByText(Pattern.compile("· (\\d+) of \\1 pieces done"))
                .waitFor(new Locator.WaitForOptions().setTimeout(RUN_MILLIS));
        page.getByText("Get the program:").waitFor();
    }

    /** The oldest of this run's: the atom that needed all its attempts. */
    private void approveTheReview() {
        page.locator("a[href^='/reviews/']").first().click();
        page.getByText("Nothing is changed yet.").waitFor();
        accessible("review");
        page.getByLabel("Comment").fill("read it");
        click("Approve");
        page.getByText("Decided: approve by owner, “read it”").waitFor();
        page.getByText("resolved").waitFor();
    }

    private void findItAgain() {
        link("Plans").click();
        row("approved").waitFor();
        accessible("plans");
        link("Reviews").click();
        row("Confidence").waitFor();
        accessible("reviews");
        link("Runs").click();
        row("rehearsal, faults injected").waitFor();
        accessible("runs");
    }

    private Locator row(String words) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private void accessible(String where) {
        browser.violations().forEach(each -> problems.add(where + ": " + each));
    }

    private void click(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private Locator region(String name) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions button(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
