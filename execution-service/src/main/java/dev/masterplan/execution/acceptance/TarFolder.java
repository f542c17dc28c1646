package dev.masterplan.execution.acceptance;

import dev.masterplan.messaging.plan.PathGuard;
import dev.masterplan.messaging.plan.PathNames;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a folder out of a tar stream (ustar, pax and GNU long names) into memory. Links, devices, unsafe paths and
 * more than the limits are refused; {@code .git}, {@code .masterplan} and Python's caches are left out.
 */
final class TarFolder {

    private static final int BLOCK = 512;
    private static final int LARGEST_NAME = 64 * 1024;
    private static final String SKIPPED = "(.*/)?(\\.git[^/]*|\\.masterplan|__pycache__)(/.*)?";

    private final InputStream in;
    private final long maxBytes;
    private final int maxFiles;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final PathNames names = new PathNames();
    private long bytes;
    private int entries;
    private String longName;

    private TarFolder(InputStream in, long maxBytes, int maxFiles) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.maxFiles = maxFiles;
    }

    /** @throws BadArchiveException saying what is wrong with it */
    static Map<String, byte[]> read(InputStream in, long maxBytes, int maxFiles) {
        TarFolder folder = new TarFolder(in, maxBytes, maxFiles);
        try {
            folder.readAll();
            return folder.files;
        } catch (EOFException e) {
            throw new BadArchiveException("the archive ends too early");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll() throws IOException {
        for (byte[] header = block(); header != null && header[0] != 0; header = block()) {
            checkSum(header);
            if (++entries > maxFiles) {
                throw new BadArchiveException("more than " + maxFiles + " entries");
            }
            entry(header);
        }
    }

    private void entry(byte[] header) throws IOException {
        long size = number(header, 124, 12);
        char type = (char) header[156];
        switch (type) {
            case 'L' -> longName = text(content(size, LARGEST_NAME));
            case 'x' -> longName = paxPath(content(size, LARGEST_NAME), longName);
            case 'g' -> content(size, LARGEST_NAME);
            case '5' -> {
                content(size, 0);
                longName = null;
            }
            case '0', '\0' -> {
                file(name(header), size);
                longName = null;
            }
            default -> throw new BadArchiveException("only files and folders, not " + name(header));
        }
    }

    private void file(String name, long size) throws IOException {
        String path = name.startsWith("./") ? name.substring(2) : name;
        bytes += size;
        if (bytes > maxBytes) {
            throw new BadArchiveException("more than " + maxBytes + " bytes");
        }
        byte[] content = content(size, maxBytes);
        if (path.matches(SKIPPED)) {
            return;
        }
        PathGuard.problem(path).ifPresent(why -> {
            throw new BadArchiveException("a path that may not be: " + why);
        });
        names.add(path).ifPresent(why -> {
            throw new BadArchiveException(path + " " + why);
        });
        files.put(path, content);
    }

    private String name(byte[] header) {
        if (longName != null) {
            return longName;
        }
        String name = text(header, 0, 100);
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private byte[] content(long size, long limit) throws IOException {
        if (size < 0 || size > limit) {
            throw new BadArchiveException("an entry is too large");
        }
        byte[] content = in.readNBytes((int) size);
        if (content.length < size) {
            throw new EOFException();
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        return content;
    }

    /** Null at the end of the stream. */
    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        if (block.length != 0 && block.length < BLOCK) {
            throw new EOFException();
        }
        return block.length == 0 ? null : block;
    }

    private static void checkSum(byte[] header) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw new BadArchiveException("not a tar archive");
        }
    }

    private static long number(byte[] header, int from, int length) {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new BadArchiveException("not a tar archive");
        }
    }

    /** Records are {@code <length> <key>=<value>\n}; the last path counts. */
    private static String paxPath(byte[] records, String otherwise) {
        String path = otherwise;
        int at = 0;
        while (at < records.length) {
            int space = at;
            while (space < records.length && records[space] != ' ') {
                space++;
            }
            int length = length(new String(records, at, space - at, StandardCharsets.US_ASCII));
            if (length < space - at + 2 || at + length > records.length) {
                throw new BadArchiveException("a broken pax header");
            }
            String record = new String(records, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=")) {
                path = record.substring("path=".length());
            }
            at += length;
        }
        return path;
    }

    private static int length(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new BadArchiveException("a broken pax header");
        }
    }

    private static String text(byte[] bytes) {
        return text(bytes, 0, bytes.length);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
