package dev.masterplan.languagemodel.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.masterplan.languagemodel.Trouble;
import dev.masterplan.languagemodel.Trouble.Kind;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a failed call means; the one place where that is decided. */
final class Troubles {

    private static final Pattern NO_MONEY =
            Pattern.compile("insufficient_quota|billing_error|credit balance|insufficient.balance");
    private static final int LONGEST = 300;

    private Troubles() {}

    /** An answer in good order that refuses: before its first byte nothing was worked on. */
    static Trouble ofStatus(int status, HttpHeaders headers, String body) {
        String text = status + " " + words(body);
        return new Trouble(kind(status, body), retryAfter(headers), text.strip());
    }

    private static Kind kind(int status, String body) {
        return switch (status) {
            case 429 -> NO_MONEY.matcher(body).find() ? Kind.REFUSED : Kind.BUSY;
            case 503, 529 -> Kind.BUSY;
            case 408 -> Kind.UNKNOWN_OUTCOME;
            default -> status / 100 == 4 || status / 100 == 3 ? Kind.REFUSED : Kind.UNKNOWN_OUTCOME;
        };
    }

    /** Only who was never reached has certainly not worked. */
    static Trouble ofFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return new Trouble(Kind.BUSY, null, "nobody answers there");
            }
        }
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof SilenceException)) {
            root = root.getCause();
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new Trouble(Kind.UNKNOWN_OUTCOME, null, shortened(text));
    }

    /** The message in the body's error, else the beginning of the body. */
    private static String words(String body) {
        Optional<String> message = Json.read(body)
                .map(json -> json.path("error"))
                .map(error -> error.isTextual() ? error : error.path("message"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
        return shortened(message.orElse(body).replaceAll("\\s+", " "));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** In seconds or as a date; null when it is neither. */
    static Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("retry-after").orElse(null);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{1,6}(\\.\\d+)?")) {
            return Duration.ofMillis((long) (Double.parseDouble(value) * 1000));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), until);
            return left.isNegative() ? Duration.ZERO : left;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
