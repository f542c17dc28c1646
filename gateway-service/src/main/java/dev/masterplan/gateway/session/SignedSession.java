package dev.masterplan.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The sign-in token and the sessions that it opens.
 *
 * <p>A session is its end, signed with a key made from the token: it survives a restart without being stored, and a new
 * token ends all sessions. Comparisons take the same time whatever they are given.
 */
public final class SignedSession {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] tokenDigest;
    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the token is too short to be a secret */
    public SignedSession(String token) {
        if (token.length() < 16) {
            throw new IllegalArgumentException("the sign-in token has fewer than 16 characters");
        }
        this.tokenDigest = digest(token);
        this.key = new SecretKeySpec(
                mac(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM), "masterplan session v1"),
                ALGORITHM);
    }

    /** Whether that is the token. */
    public boolean isToken(String given) {
        return MessageDigest.isEqual(tokenDigest, digest(given));
    }

    /** Name of the cookie: of this token only, because two gateways of one machine share their cookies. */
    public String cookieName() {
        return "masterplan_session_" + HexFormat.of().formatHex(mac(key, "cookie name"), 0, 4);
    }

    /** A cookie value that is good until then. */
    public String open(Instant end) {
        String payload = Long.toString(end.getEpochSecond());
        return payload + "." + signature(payload);
    }

    /** Whether that cookie value was made here and has not ended. */
    public boolean isOpen(String cookie, Instant now) {
        int dot = cookie.indexOf('.');
        if (dot < 1) {
            return false;
        }
        String payload = cookie.substring(0, dot);
        boolean ours = MessageDigest.isEqual(
                signature(payload).getBytes(StandardCharsets.US_ASCII),
                cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
        return ours && now.getEpochSecond() < Long.parseLong(payload);
    }

    private String signature(String payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, payload));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing", e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
