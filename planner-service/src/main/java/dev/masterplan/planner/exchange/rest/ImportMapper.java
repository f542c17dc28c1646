package dev.masterplan.planner.exchange.rest;

import dev.masterplan.planner.exchange.source.SourceFile;
import dev.masterplan.planner.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Makes files of a request's body: named, together not too large, and text in UTF-8. */
final class ImportMapper {

    private static final int MOST_FILES = 50;
    private static final int LONGEST_NAME = 240;

    private ImportMapper() {}

    static List<SourceFile> ofBody(ImportResource.ImportAsked asked, int maxBytes) {
        List<SourceFile> files = new ArrayList<>();
        List<ImportResource.NamedText> named = asked == null || asked.files() == null ? List.of() : asked.files();
        long bytes = 0;
        for (ImportResource.NamedText file : named) {
            if (file == null || file.text() == null) {
                throw Refusal.invalid("a file without text");
            }
            bytes += file.text().getBytes(StandardCharsets.UTF_8).length;
            files.add(new SourceFile(file.name() == null ? "" : file.name(), file.text()));
        }
        return checked(files, bytes, maxBytes);
    }

    static List<SourceFile> ofForm(List<FileUpload> uploads, int maxBytes) {
        List<FileUpload> sent = uploads == null ? List.of() : uploads;
        long bytes = sent.stream().mapToLong(FileUpload::size).sum();
        refuseTooLarge(bytes, maxBytes);
        List<SourceFile> files = sent.stream()
                .map(upload -> new SourceFile(upload.fileName() == null ? "" : upload.fileName(), text(upload)))
                .toList();
        return checked(files, bytes, maxBytes);
    }

    private static String text(FileUpload upload) {
        try {
            byte[] bytes = Files.readAllBytes(upload.uploadedFile());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(upload.fileName() + " is not text in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SourceFile> checked(List<SourceFile> files, long bytes, int maxBytes) {
        refuseTooLarge(bytes, maxBytes);
        if (files.isEmpty()) {
            throw Refusal.invalid("there is no file to import");
        }
        if (files.size() > MOST_FILES) {
            throw Refusal.tooLarge("more than " + MOST_FILES + " files");
        }
        Set<String> names = new HashSet<>();
        for (SourceFile file : files) {
            if (file.name().isBlank() || file.name().length() > LONGEST_NAME) {
                throw Refusal.invalid("a file's name has 1 to " + LONGEST_NAME + " characters");
            }
            if (!names.add(file.name())) {
                throw Refusal.invalid("two files are called " + file.name());
            }
        }
        return files;
    }

    private static void refuseTooLarge(long bytes, int maxBytes) {
        if (bytes > maxBytes) {
            throw Refusal.tooLarge("the files have more than " + maxBytes / 1024 + " KiB together");
        }
    }
}
