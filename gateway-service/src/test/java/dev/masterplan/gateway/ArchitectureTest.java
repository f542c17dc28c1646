package dev.masterplan.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.masterplan.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Decisions of the gateway: plain Java, told from the shell by name. */
    private static final String CORE = "(\\[+L)?dev\\.masterplan\\.gateway\\.("
            + "api\\.(Inner|Destination|PassedHeaders|Problem|MetricPath)|"
            + "session\\.(AllowedNames|SignedSession)|"
            + "page\\.PagePath|"
            + "live\\.(Subject|Envelope|JournalEntry|Frame|Waiting|Ring|Subscription|JournalSql))(\\$.*)?;?";

    @ArchTest
    static final ArchRule coreIsPlainJava = classes()
            .that()
            .haveNameMatching(CORE)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("javax.crypto.."))
                    .or(resideInAPackage("dev.masterplan.messaging.."))
                    .or(nameMatching(CORE)));

    @ArchTest
    static final ArchRule nobodyReachesIntoAnotherService = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.masterplan.planner..",
                    "dev.masterplan.execution..",
                    "dev.masterplan.review..",
                    "dev.masterplan.blueprint..");

    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("dev.masterplan.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingBlocksTheLoop = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.sql.Connection")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
