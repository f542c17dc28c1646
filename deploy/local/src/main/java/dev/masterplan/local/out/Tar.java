package dev.masterplan.local.out;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes files of a folder as a POSIX (ustar) archive; times and owners are left out. */
public final class Tar {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int PREFIX_LENGTH = 155;

    private Tar() {}

    /** @throws OutException when a file can't be read or its name is too long for the format */
    public static void write(Path folder, List<String> names, Path archive) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
            for (String name : names) {
                byte[] content = Files.readAllBytes(folder.resolve(name));
                out.write(header(name, content.length));
                out.write(content);
                out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
            }
            out.write(new byte[2 * BLOCK]);
        } catch (IOException e) {
            throw new OutException("the folder " + folder + " can't be packed: " + e.getMessage());
        }
    }

    private static byte[] header(String name, int size) {
        byte[] header = new byte[BLOCK];
        int split = splitAt(name);
        put(header, 0, split < 0 ? name : name.substring(split + 1));
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, "%011o\0".formatted(size));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        header[156] = '0';
        put(header, 257, "ustar\00000");
        if (split >= 0) {
            put(header, 345, name.substring(0, split));
        }
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    /** Where a long name is cut into prefix and name; -1 when it is short enough. */
    private static int splitAt(String name) {
        if (length(name) <= NAME_LENGTH) {
            return -1;
        }
        int at = name.indexOf('/', Math.max(0, name.length() - NAME_LENGTH - 1));
        if (at < 0 || length(name.substring(at + 1)) > NAME_LENGTH || length(name.substring(0, at)) > PREFIX_LENGTH) {
            throw new OutException("the name of " + name + " is too long");
        }
        return at;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
