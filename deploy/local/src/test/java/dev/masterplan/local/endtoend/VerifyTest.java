package dev.masterplan.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.masterplan.local.endtoend.RunningProduct.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Breaking a line turns the right sentence red. */
@Tag("slow")
@ExtendWith(StackExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {

    @TempDir
    private static Path temporary;

    private RunningProduct product;
    private Path out;

    @BeforeAll
    void theNotes(RunningProduct running, BuiltNotes notes) {
        product = running;
        out = notes.out();
    }

    @Test
    void shouldHoldWhileNothingIsBroken() {
        // When
        Ended verified = product.masterplan("verify", out);

        // Then
        assertThat(verified.status()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("Every sentence holds").doesNotContain("RED");
    }

    @Test
    void shouldTurnTheSentenceAboutTheFieldsRedWhenALimitIsChanged() throws IOException {
        // Given
        Path broken = copy();
        Path file = fileWith(broken, "longest=80");
        Files.writeString(file, Files.readString(file).replace("longest=80", "longest=81"));

        // When
        Ended verified = product.masterplan("verify", broken);

        // Then
        assertThat(verified.status()).as(verified.output()).isEqualTo(2);
        assertThat(verified.output().lines().filter(line -> line.startsWith("RED")))
                .singleElement()
                .asString()
                .contains("title (text, required, up to 80 characters)");
    }

    private Path copy() {
        Path copy = temporary.resolve("broken");
        assertThat(RunningProduct.git(temporary, "clone", "--quiet", out.toString(), copy.toString()))
                .isEmpty();
        return copy;
    }

    private static Path fileWith(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("app"))) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .filter(file -> read(file).contains(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
