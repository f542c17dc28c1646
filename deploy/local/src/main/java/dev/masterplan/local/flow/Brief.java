package dev.masterplan.local.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text that describes what to build. @param shown its path as the person wrote it */
public record Brief(String shown, String text) {

    /** @throws StopException when it is no text */
    public static Brief read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Brief(file.toString(), text);
        } catch (CharacterCodingException e) {
            throw new StopException(Exit.ERROR, file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new StopException(Exit.ERROR, "the brief " + file + " " + why(file));
        }
    }

    private static String why(Path file) {
        if (Files.isDirectory(file)) {
            return "is a folder, not a text file";
        }
        return Files.exists(file) ? "can't be read" : "does not exist";
    }

    long lines() {
        return text.lines().count();
    }

    /** What the session is called: the first heading or line. */
    String title() {
        return text.lines()
                .map(line -> line.replaceFirst("^#+\\s*", "").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > 80 ? line.substring(0, 80) : line)
                .findFirst()
                .orElse("Untitled");
    }
}
