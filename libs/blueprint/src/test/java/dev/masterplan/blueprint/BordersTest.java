package dev.masterplan.blueprint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Code and tests are written by authors who share the discovery only; everything here is a pure function. */
@AnalyzeClasses(packages = "dev.masterplan.blueprint", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule CODE_KNOWS_NOTHING_OF_TESTS = noClasses()
            .that()
            .resideInAnyPackage("..blueprint.code..", "..blueprint.plan..", "..blueprint.read..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..blueprint.test..");

    @ArchTest
    static final ArchRule TESTS_KNOW_NOTHING_OF_CODE = noClasses()
            .that()
            .resideInAPackage("..blueprint.test..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..blueprint.code..", "..blueprint.plan..", "..blueprint.read..");

    @ArchTest
    static final ArchRule FORMS_KNOW_NOBODY = noClasses()
            .that()
            .resideInAPackage("..blueprint.form..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..blueprint.code..", "..blueprint.plan..", "..blueprint.read..", "..blueprint.test..");

    @ArchTest
    static final ArchRule NO_FRAMEWORK = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "dev.masterplan.blueprint..", "dev.masterplan.messaging..", "com.fasterxml..");

    @ArchTest
    static final ArchRule NO_CLOCK_AND_NO_CHANCE = noClasses()
            .should()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);
}
