package dev.masterplan.gateway.page;

/** What a path outside the API is to the page. */
enum PagePath {
    /** A file whose name changes with its content. */
    ASSET,
    /** Another file, the page itself among them: asked for again each time. */
    FILE,
    /** An address inside the page, like {@code /runs/1}: the page itself is the answer. */
    VIEW,
    /** Not the page's. */
    OTHER;

    /** @param path absolute and normalized */
    static PagePath of(String path) {
        if (path.startsWith("/api/") || path.equals("/api") || path.startsWith("/q/") || path.equals("/q")) {
            return OTHER;
        }
        if (path.startsWith("/assets/")) {
            return ASSET;
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.equals("/") || last.contains(".") ? FILE : VIEW;
    }
}
