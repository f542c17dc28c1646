package dev.masterplan.gateway.session;

import java.util.List;
import java.util.Locale;

/**
 * Under which names the gateway may be called and from which pages.
 *
 * <p>A foreign name that resolves to this machine (DNS rebinding) and a page of another origin are refused, even when
 * the browser adds the cookie. Another port of the same machine is another origin.
 */
public record AllowedNames(List<String> hosts, List<String> origins) {

    public AllowedNames {
        hosts = List.copyOf(hosts);
        origins = List.copyOf(origins);
    }

    /** @param host value of the Host header; null = none was sent */
    public boolean host(String host) {
        return host != null && hosts.contains(withoutPort(host.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param origin value of the Origin header; null = not sent, which no browser does for a foreign page's request
     * @param host   value of the Host header, already allowed
     */
    public boolean origin(String origin, String host) {
        if (origin == null) {
            return true;
        }
        String asked = origin.toLowerCase(Locale.ROOT);
        String own = host.toLowerCase(Locale.ROOT);
        return asked.equals("http://" + own) || asked.equals("https://" + own) || origins.contains(asked);
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
