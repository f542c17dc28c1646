package dev.masterplan.execution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The core knows no framework; what proves knows nothing of the engine; commands reach a run only by its mailbox. */
@AnalyzeClasses(packages = "dev.masterplan.execution", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    private static final String[] ENGINE = {
        "..execution.attempt..",
        "..execution.codegen..",
        "..execution.command..",
        "..execution.desk..",
        "..execution.engine..",
        "..execution.gate..",
        "..execution.journal..",
        "..execution.memory..",
        "..execution.run..",
        "..execution.transition..",
        "..execution.view..",
        "..execution.wave.."
    };

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
            .resideInAnyPackage(ENGINE);

    @ArchTest
    static final ArchRule PROOF_DOES_NOT_KNOW_THE_ENGINE = noClasses()
            .that()
            .resideInAnyPackage("..acceptance..", "..sandbox..", "..validation..", "..workspace..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE);

    @ArchTest
    static final ArchRule COMMANDS_REACH_A_RUN_BY_ITS_MAILBOX = noClasses()
            .that()
            .resideInAPackage("..execution.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..execution.run..",
                    "..execution.desk..",
                    "..execution.gate..",
                    "..execution.wave..",
                    "..execution.memory..",
                    "..execution.transition..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = SlicesRuleDefinition.slices()
            .matching("dev.masterplan.execution.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule TEST_AUTHOR_NEVER_SEES_CODE = noClasses()
            .that()
            .haveSimpleNameEndingWith("TestAuthor")
            .should()
            .dependOnClassesThat()
            .haveSimpleNameStartingWith("Code");
}
