package dev.masterplan.blueprint.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The tests' author and the code's author share the discovery only. */
class BorderTest {

    private static final String TEST = "dev.masterplan.blueprint.test..";
    private static final String CODE = "dev.masterplan.blueprint.code..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.masterplan.blueprint");

    @Test
    void shouldNotKnowTheCodesAuthorWhenTestsAreWritten() {
        noClasses()
                .that()
                .resideInAPackage(TEST)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CODE, "dev.masterplan.blueprint.read..", "dev.masterplan.blueprint.plan..")
                .check(classes);
    }

    @Test
    void shouldNotKnowTheTestsAuthorWhenCodeIsWritten() {
        noClasses()
                .that()
                .resideInAPackage(CODE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TEST)
                .check(classes);
    }
}
