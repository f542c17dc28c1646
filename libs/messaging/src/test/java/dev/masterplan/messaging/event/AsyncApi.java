package dev.masterplan.messaging.event;

/** The AsyncAPI 3 document that the table of topics promises. */
final class AsyncApi {

    private static final int BYTES_A_MEBIBYTE = 1024 * 1024;

    private static final String HEAD = """
            asyncapi: 3.0.0
            info:
              title: MasterPlan Flow events
              version: 1.0.0
              description: >-
                CloudEvents 1.0 in Kafka's binary mode; the value is JSON in snake_case. Within v1 events only grow:
                ignore fields and enum values that you do not know. Records may come more than once with the same ce_id;
                ce_sequence rises by one per source, topic and key.
              license:
                name: Apache-2.0
            defaultContentType: application/json
            """;

    private static final String HEADERS = """
              messageTraits:
                cloudEvent:
                  headers:
                    type: object
                    required: [ce_id, ce_type, ce_source, ce_specversion, ce_time, ce_sequence, content-type]
                    properties:
                      ce_id: {type: string, format: uuid}
                      ce_type: {type: string}
                      ce_source: {type: string}
                      ce_subject: {type: string, format: uuid, description: the MasterPlan}
                      ce_time: {type: string, format: date-time}
                      ce_specversion: {type: string, const: '1.0'}
                      ce_sequence: {type: string, pattern: '^[0-9]+$'}
                      content-type: {type: string, const: application/json}
                      traceparent: {type: string, description: W3C trace context of the cause}
            """;

    private AsyncApi() {}

    static String text() {
        StringBuilder text = new StringBuilder(HEAD).append("channels:\n");
        for (Topic topic : Topic.values()) {
            text.append(channel(topic));
        }
        text.append("operations:\n");
        for (Topic topic : Topic.values()) {
            text.append(operation(topic));
        }
        text.append("components:\n").append(HEADERS).append("  messages:\n");
        for (Topic topic : Topic.values()) {
            text.append(message(topic));
        }
        return text.toString();
    }

    private static String channel(Topic topic) {
        return """
                  %1$s:
                    address: %2$s
                    description: Written by %3$s, values up to %7$d MiB. Records that can't be read go to %4$s.
                    messages:
                      %1$s:
                        $ref: '#/components/messages/%1$s'
                    bindings:
                      kafka:
                        topic: %2$s
                        partitions: %5$d
                        topicConfiguration:
                          retention.ms: %6$d
                        bindingVersion: 0.5.0
                """.formatted(
                        topic.event(),
                        topic.topicName(),
                        String.join(", ", topic.owners()),
                        topic.deadLetterName(),
                        topic.partitions(),
                        topic.retention().toMillis(),
                        topic.maxMessageBytes() / BYTES_A_MEBIBYTE)
                .indent(0);
    }

    private static String operation(Topic topic) {
        return """
                  send%1$s:
                    action: send
                    channel:
                      $ref: '#/channels/%1$s'
                """.formatted(topic.event());
    }

    private static String message(Topic topic) {
        return """
                    %1$s:
                      name: %2$s
                      traits:
                        - $ref: '#/components/messageTraits/cloudEvent'
                      payload:
                        $ref: './schemas/%1$s.v1.json'
                      bindings:
                        kafka:
                          key:
                            type: string
                            description: %3$s
                          bindingVersion: 0.5.0
                """.formatted(topic.event(), topic.eventType(), key(topic));
    }

    private static String key(Topic topic) {
        return topic == Topic.LIVE_UPDATES || topic == Topic.LIVE_DELTAS ? "the session's id" : "the MasterPlan's id";
    }
}
