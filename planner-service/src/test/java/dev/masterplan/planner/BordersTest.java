package dev.masterplan.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.List;

@AnalyzeClasses(packages = "dev.masterplan.planner", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    private static final List<String> SHELL_NAMES =
            List.of("Resource", "Repository", "Config", "Converter", "Mapper", "Rows", "Beans");

    private static final DescribedPredicate<JavaClass> SHELL = DescribedPredicate.describe("shell", BordersTest::shell);

    @ArchTest
    static final ArchRule coreKnowsNoFramework = classes()
            .that(DescribedPredicate.not(SHELL))
            .and()
            .resideInAnyPackage(
                    "dev.masterplan.planner.analysis..",
                    "dev.masterplan.planner.chat..",
                    "dev.masterplan.planner.discovery..",
                    "dev.masterplan.planner.exchange..",
                    "dev.masterplan.planner.edit..",
                    "dev.masterplan.planner.version..",
                    "dev.masterplan.planner.masterplan..",
                    "dev.masterplan.planner.generation..",
                    "dev.masterplan.planner.refusal..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "jakarta.persistence..",
                    "org.hibernate.annotations..",
                    "dev.masterplan.messaging..",
                    "dev.masterplan.planner..");

    @ArchTest
    static final ArchRule analysisKnowsDocumentsOnly = classes()
            .that()
            .resideInAPackage("dev.masterplan.planner.analysis..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.masterplan.messaging.plan..", "dev.masterplan.planner.analysis..");

    @ArchTest
    static final ArchRule coreIsDeterministic = noClasses()
            .that(DescribedPredicate.not(SHELL))
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    private static boolean shell(JavaClass type) {
        JavaClass outer = type.getEnclosingClass().orElse(type);
        return outer.isAnnotatedWith(Singleton.class)
                || outer.isAnnotatedWith(ApplicationScoped.class)
                || outer.isAnnotatedWith(RequestScoped.class)
                || outer.isAnnotatedWith(Path.class)
                || SHELL_NAMES.stream().anyMatch(outer.getSimpleName()::endsWith);
    }
}
