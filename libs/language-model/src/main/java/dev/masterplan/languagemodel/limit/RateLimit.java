package dev.masterplan.languagemodel.limit;

/**
 * What a provider lets one account ask.
 *
 * @param instances processes that share the account; each takes its part
 */
public record RateLimit(long requestsPerMinute, long tokensPerMinute, int instances) {

    public RateLimit {
        if (requestsPerMinute < instances || tokensPerMinute < instances || instances < 1) {
            throw new IllegalArgumentException(
                    "a rate limit leaves at least one request and one token for each instance");
        }
    }

    double ownRequests() {
        return (double) requestsPerMinute / instances;
    }

    double ownTokens() {
        return (double) tokensPerMinute / instances;
    }
}
