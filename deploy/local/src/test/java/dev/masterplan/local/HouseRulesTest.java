package dev.masterplan.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

@AnalyzeClasses(packages = "dev.masterplan.local", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final Set<String> BESIDE_THE_LOOK_AT_THE_MACHINE = Set.of(
            "Preflight",
            "Terminal",
            "Brief",
            "Exit",
            "StopException",
            "OutFolder",
            "OutException",
            "ResultFile",
            "Claim",
            "PlanFiles",
            "Git");

    /** Preflight runs before anything is built: what it touches needs no library. */
    private static final DescribedPredicate<JavaClass> RUN_FROM_SOURCE =
            DescribedPredicate.describe("run from source", HouseRulesTest::runFromSource);

    @ArchTest
    static final ArchRule PREFLIGHT_RUNS_FROM_SOURCE_WITH_THE_JDK_ALONE = classes()
            .that(RUN_FROM_SOURCE)
            .should()
            .onlyDependOnClassesThat(RUN_FROM_SOURCE.or(resideInAPackage("java..")));

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

    private static boolean runFromSource(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        String outer = name.substring(name.lastIndexOf('.') + 1).split("\\$")[0];
        return name.startsWith("dev.masterplan.local.")
                && (name.contains(".preflight.") || BESIDE_THE_LOOK_AT_THE_MACHINE.contains(outer));
    }
}
