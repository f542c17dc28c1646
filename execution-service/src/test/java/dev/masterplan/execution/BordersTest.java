package dev.masterplan.execution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The core knows no framework; what proves knows nothing of the engine; commands reach a run only by its mailbox. */
@AnalyzeClasses(packages = "dev.masterplan.execution", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    @ArchTest
    static final ArchRule CORE_IS_FREE_OF_FRAMEWORKS = classes()
            .that()
            .resideInAnyPackage("..graph..", "..confidence..")
            .or()
            .haveNameMatching(
                    ".*\\.(Budget|BudgetDecision.*|CostGuard|RetryLadder.*|Atom|AtomFactory|Languages|CodeText"
                            + "|WavePlanner.*|RunPlan.*|BlockedBy|CommandKind|GateS|GateVerdict.*)")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.masterplan.messaging.plan..",
                    "dev.masterplan.messaging.event..",
                    "dev.masterplan.execution..");

    @ArchTest
    static final ArchRule CORE_DOES_NOT_KNOW_THE_SHELL = noClasses()
            .that()
            .resideInAnyPackage("..graph..", "..confidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..execution.run..", "..execution.command..", "..execution.codegen..");

    @ArchTest
    static final ArchRule PROOF_DOES_NOT_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("..acceptance..", "..sandbox..", "..validation..", "..workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..execution.run..", "..execution.command..", "..execution.codegen..", "..execution.wave..");

    @ArchTest
    static final ArchRule TEST_AUTHOR_NEVER_SEES_CODE = noClasses()
            .that()
            .haveSimpleNameEndingWith("TestAuthor")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Code");
}
