package dev.masterplan.languagemodel.cassette;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.masterplan.languagemodel.Message;
import dev.masterplan.languagemodel.ModelRequest;
import dev.masterplan.languagemodel.PromptVersion;
import dev.masterplan.languagemodel.Reply.Finish;
import dev.masterplan.languagemodel.Usage;
import dev.masterplan.languagemodel.provider.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of recordings, one file each: {@code plan/milestone-2/plan-v3.<hash of the messages>.json}. The same talk
 * gives the same bytes.
 */
public final class Cassette {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter WRITER =
            MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    private static final int HASH = 16;

    private final Path folder;

    public Cassette(Path folder) {
        this.folder = folder;
    }

    /** What a file holds; the messages are there for a reader. */
    record Recording(
            String role,
            String node,
            String prompt,
            String model,
            List<Message> messages,
            String text,
            Finish finish,
            Usage usage) {}

    Optional<Provider.Said> find(ModelRequest request) {
        Path file = file(request);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Recording recording = MAPPER.readValue(file.toFile(), Recording.class);
            return Optional.of(new Provider.Said(recording.text(), recording.finish(), recording.usage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other recordings of the same role and node. */
    List<String> others(ModelRequest request) {
        Path node = file(request).getParent();
        if (!Files.isDirectory(node)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(node)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void record(ModelRequest request, Provider.Said said) {
        Recording recording = new Recording(
                request.key().role().word(),
                request.node(),
                request.prompt().toString(),
                request.model(),
                request.messages(),
                said.text(),
                said.finish(),
                said.usage());
        Path file = file(request);
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "", ".part");
            Files.write(part, WRITER.writeValueAsBytes(recording));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ModelRequest request) {
        PromptVersion prompt = request.prompt();
        return folder.resolve(request.key().role().word())
                .resolve(request.node().replaceAll("[^A-Za-z0-9_-]+", "-"))
                .resolve("%s-v%d.%s.json".formatted(prompt.name(), prompt.version(), hash(request)));
    }

    private static String hash(ModelRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Message message : request.messages()) {
                digest.update((message.speaker() + "\n" + message.text() + "\0").getBytes(StandardCharsets.UTF_8));
            }
            digest.update(String.valueOf(request.shape()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
