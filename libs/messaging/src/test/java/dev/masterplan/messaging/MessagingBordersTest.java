package dev.masterplan.messaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The documents and events are plain values; plumbing depends on them and never the other way. */
@AnalyzeClasses(packages = "dev.masterplan.messaging", importOptions = DoNotIncludeTests.class)
class MessagingBordersTest {

    @ArchTest
    static final ArchRule documentsKnowNoFramework = classes()
            .that()
            .resideInAPackage("..plan..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "com.fasterxml.jackson.annotation..", "dev.masterplan.messaging.plan..");

    @ArchTest
    static final ArchRule eventsKnowNoPlumbing = noClasses()
            .that()
            .resideInAPackage("..event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..messaging.outbox..", "..messaging.inbox..", "io.vertx..", "io.quarkus..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule outboxDoesNotKnowTheInbox = noClasses()
            .that()
            .resideInAPackage("..outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..inbox..");

    @ArchTest
    static final ArchRule nothingKnowsAService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.masterplan.planner..",
                    "dev.masterplan.execution..",
                    "dev.masterplan.review..",
                    "dev.masterplan.gateway..");
}
