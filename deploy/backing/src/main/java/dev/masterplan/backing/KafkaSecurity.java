package dev.masterplan.backing;

import java.util.Map;
import java.util.Properties;

/**
 * Who may speak to a secured Kafka: services by SCRAM, the node itself and its set-up by one administrator's password.
 *
 * @param adminPassword never leaves this process
 * @param passwords     service → password
 */
record KafkaSecurity(String adminPassword, Map<String, String> passwords) {

    static final String ADMIN = "admin";
    static final String MECHANISM = "SCRAM-SHA-256";

    private static final String PROTOCOL = "SASL_PLAINTEXT";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    KafkaSecurity {
        passwords = Map.copyOf(passwords);
    }

    /** The node's side; both of its listeners want a password, the controller's too. */
    void addTo(Properties node) {
        String administrator =
                PLAIN + credentials(ADMIN, adminPassword) + " user_" + ADMIN + "=\"" + adminPassword + "\";";
        node.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        node.put("sasl.enabled.mechanisms", "PLAIN," + MECHANISM);
        node.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        node.put("sasl.mechanism.controller.protocol", "PLAIN");
        node.put("listener.name.client.plain.sasl.jaas.config", administrator);
        node.put("listener.name.client.scram-sha-256.sasl.jaas.config", SCRAM + ";");
        node.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        node.put("listener.name.controller.plain.sasl.jaas.config", administrator);
        node.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        node.put("super.users", "User:" + ADMIN);
        node.put("allow.everyone.if.no.acl.found", "false");
    }

    /** A client that may do everything. */
    Map<String, Object> administrator() {
        return Map.of(
                "security.protocol",
                PROTOCOL,
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                PLAIN + credentials(ADMIN, adminPassword) + ";");
    }

    /** A service's client. */
    Map<String, String> client(String service) {
        return Map.of(
                "security.protocol", PROTOCOL,
                "sasl.mechanism", MECHANISM,
                "sasl.jaas.config", SCRAM + credentials(service, passwords.get(service)) + ";");
    }

    private static String credentials(String user, String password) {
        return " username=\"" + user + "\" password=\"" + password + "\"";
    }
}
