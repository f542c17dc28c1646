package dev.masterplan.backing;

import dev.masterplan.messaging.event.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Users and rights of a secured Kafka: a service reads every topic with groups that begin with its name, writes the
 * topics that {@link Topic} says it owns, and writes dead letters of what it reads.
 */
final class KafkaAccess {

    private static final int ITERATIONS = 8192;
    private static final long WAIT_SECONDS = 30;

    private KafkaAccess() {}

    /** May be applied again; passwords and rights are as given afterwards. */
    static void apply(Admin admin, KafkaSecurity security) {
        try {
            admin.alterUserScramCredentials(credentials(security)).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
            List<AclBinding> rights = new ArrayList<>();
            security.passwords().keySet().forEach(service -> rights.addAll(rights(service)));
            admin.createAcls(rights).all().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("interrupted while Kafka's users are made", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BackingException("Kafka's users can't be made: " + e.getMessage(), e);
        }
    }

    private static List<UserScramCredentialAlteration> credentials(KafkaSecurity security) {
        ScramCredentialInfo form = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, ITERATIONS);
        List<UserScramCredentialAlteration> credentials = new ArrayList<>();
        security.passwords()
                .forEach((service, password) ->
                        credentials.add(new UserScramCredentialUpsertion(service, form, password)));
        return credentials;
    }

    private static List<AclBinding> rights(String service) {
        List<AclBinding> rights = new ArrayList<>();
        rights.add(right(service, ResourceType.GROUP, service, PatternType.PREFIXED, AclOperation.READ));
        for (Topic topic : Topic.values()) {
            rights.add(topic(service, topic.topicName(), AclOperation.READ));
            rights.add(topic(service, topic.deadLetterName(), AclOperation.READ));
            rights.add(topic(service, topic.deadLetterName(), AclOperation.WRITE));
            if (topic.owners().contains(service)) {
                rights.add(topic(service, topic.topicName(), AclOperation.WRITE));
            }
        }
        return rights;
    }

    private static AclBinding topic(String service, String name, AclOperation operation) {
        return right(service, ResourceType.TOPIC, name, PatternType.LITERAL, operation);
    }

    private static AclBinding right(
            String service, ResourceType kind, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(kind, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }
}
