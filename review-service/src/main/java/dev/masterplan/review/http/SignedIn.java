package dev.masterplan.review.http;

import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person behind the request, as the gateway signed it. */
@RequestScoped
public class SignedIn {

    private final JsonWebToken token;

    SignedIn(JsonWebToken token) {
        this.token = token;
    }

    /** Name of the person. */
    public String name() {
        return token.getName();
    }
}
