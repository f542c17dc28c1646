package dev.masterplan.blueprint.code;

import java.util.List;

/** {@code __init__.py}: says in one line what a package is for. */
record PackageFile(String path, String purpose, String title) implements SourceFile {

    @Override
    public List<Link> links() {
        return List.of(Link.of("begin", title));
    }

    @Override
    public String write(int count, Writing writing) {
        return Python.doc(purpose, "");
    }
}
