package dev.masterplan.gateway.api;

import java.net.URI;

/**
 * RFC 9457: why a request was not answered.
 *
 * @param instance path of the request
 * @param traceId  names the trace in which it can be looked up
 */
public record Problem(URI type, String title, int status, String detail, String instance, String traceId) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final URI ABOUT_BLANK = URI.create("about:blank");

    /** A problem that its status explains. */
    public static Problem of(int status, String detail, String instance, String traceId) {
        return new Problem(ABOUT_BLANK, title(status), status, detail, instance, traceId);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 421 -> "Misdirected Request";
            case 422 -> "Unprocessable Content";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Status " + status;
        };
    }
}
