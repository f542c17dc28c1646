package dev.masterplan.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.masterplan.local", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule PREFLIGHT_RUNS_FROM_SOURCE_WITH_THE_JDK_ALONE = classes()
            .that()
            .resideInAPackage("..preflight..")
            .or()
            .haveSimpleName("Preflight")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.masterplan.local.preflight..");

    @ArchTest
    static final ArchRule THE_TERMINAL_SPEAKS_TO_THE_GATEWAY_ONLY = noClasses()
            .that()
            .resideOutsideOfPackage("..stack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.masterplan.backing..", "dev.masterplan.messaging..", "java.sql..");

    @ArchTest
    static final ArchRule NOBODY_CALLS_A_COMMAND = noClasses()
            .that()
            .resideInAnyPackage("..flow..", "..stack..", "..client..", "..out..", "..show..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..command..");
}
