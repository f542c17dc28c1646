package dev.masterplan.messaging.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What was understood of the talk, and all that the authors of code and of tests share.
 *
 * <p>Keys of requirements are unique; each reference of an aggregate's field names an aggregate of this discovery.
 *
 * @param domain      short name of what is built, e.g. {@code Library}
 * @param conventions the interface every generated program keeps, as sentences (paths, status codes, paging)
 * @param unread      sentences that no form matched, with the nearest forms
 */
public record Discovery(
        String domain,
        String summary,
        Stack stack,
        List<Requirement> requirements,
        List<BoundedContext> boundedContexts,
        List<Aggregate> aggregates,
        List<Noted> valueObjects,
        List<Noted> domainEvents,
        List<Noted> services,
        List<String> assumptions,
        List<Question> questions,
        List<String> risks,
        List<String> conventions,
        List<UnreadSentence> unread) {

    public Discovery {
        domain = Required.text(domain, "domain");
        stack = Required.value(stack, "stack");
        requirements = Required.copy(requirements);
        boundedContexts = Required.copy(boundedContexts);
        aggregates = Required.copy(aggregates);
        valueObjects = Required.copy(valueObjects);
        domainEvents = Required.copy(domainEvents);
        services = Required.copy(services);
        assumptions = Required.copy(assumptions);
        questions = Required.copy(questions);
        risks = Required.copy(risks);
        conventions = Required.copy(conventions);
        unread = Required.copy(unread);
    }

    /** The aggregate of that name, compared exactly. */
    public Optional<Aggregate> aggregate(String name) {
        return aggregates.stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** The requirement with that id. */
    public Optional<Requirement> requirement(UUID id) {
        return requirements.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /** @param language lower-case language name, e.g. {@code python} */
    public record Stack(String language, String framework, String storage) {
        public Stack {
            language = Required.text(language, "language");
        }
    }

    /** A group of aggregates that change together. */
    public record BoundedContext(String name, List<String> aggregates) {
        public BoundedContext {
            name = Required.text(name, "name");
            aggregates = Required.copy(aggregates);
        }
    }

    /** A named thing with one line of description: value object, domain event or domain service. */
    public record Noted(String name, String description) {
        public Noted {
            name = Required.text(name, "name");
        }
    }

    /** @param recommended one of {@code options} */
    public record Question(String id, String text, List<String> options, String recommended, String answer) {
        public Question {
            id = Required.text(id, "id");
            text = Required.text(text, "text");
            options = Required.copy(options);
        }
    }

    /** @param nearestForms example sentences of the nearest forms that are understood */
    public record UnreadSentence(String sentence, Source source, Priority priority, List<String> nearestForms) {
        public UnreadSentence {
            sentence = Required.text(sentence, "sentence");
            source = Required.value(source, "source");
            priority = Required.value(priority, "priority");
            nearestForms = Required.copy(nearestForms);
        }
    }
}
