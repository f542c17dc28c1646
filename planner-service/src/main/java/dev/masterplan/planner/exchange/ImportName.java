package dev.masterplan.planner.exchange;

import dev.masterplan.planner.exchange.source.SourceFile;
import java.util.List;

/** How the session of an import is called: like its file, or like the folder that several files or a list stand in. */
public final class ImportName {

    private ImportName() {}

    public static String of(List<SourceFile> files) {
        String first = files.getFirst().name();
        int slash = first.lastIndexOf('/');
        boolean list = files.size() > 1 || files.getFirst().baseName().equals("tasks.md");
        if (list && slash > 0) {
            String folder = first.substring(0, slash);
            return folder.substring(folder.lastIndexOf('/') + 1);
        }
        String file = first.substring(slash + 1);
        return file.contains(".") && file.indexOf('.') > 0 ? file.substring(0, file.indexOf('.')) : file;
    }
}
