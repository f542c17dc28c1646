package dev.masterplan.languagemodel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Requests, replies, prices, shapes and limits are plain Java; one package knows how providers are spoken to. */
@AnalyzeClasses(packages = "dev.masterplan.languagemodel", importOptions = DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_FRAMEWORK = classes()
            .that()
            .resideInAnyPackage(
                    "dev.masterplan.languagemodel", "..shape..", "..languagemodel.price", "..limit..", "..prompt..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.masterplan.languagemodel..");

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_THE_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("..provider..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule NOTHING_KNOWS_A_SERVICE_OR_THE_STUB = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.masterplan.planner..",
                    "dev.masterplan.execution..",
                    "dev.masterplan.review..",
                    "dev.masterplan.gateway..",
                    "dev.masterplan.messaging..",
                    "dev.masterplan.stubmodel..",
                    "io.quarkus..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.masterplan.languagemodel.(*)..").should().beFreeOfCycles();
}
