package dev.masterplan.planner.exchange.files;

/**
 * A file that a text names.
 *
 * @param written false: it is only looked at
 * @param guessed why the path is more than the text says, null when it says all of it
 */
public record Mention(String path, boolean written, String guessed) {

    /** Name of the file without its folders. */
    public String name() {
        return FileName.last(path);
    }
}
