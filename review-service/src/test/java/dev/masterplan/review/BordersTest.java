package dev.masterplan.review;

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

@AnalyzeClasses(packages = "dev.masterplan.review", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

    private static final List<String> SHELL_NAMES =
            List.of("Resource", "Consumer", "Repository", "Config", "Converter", "Mapper", "Rows", "Beans", "Row");

    private static final DescribedPredicate<JavaClass> SHELL = DescribedPredicate.describe("shell", BordersTest::shell);

    @ArchTest
    static final ArchRule coreKnowsNoFramework = classes()
            .that(DescribedPredicate.not(SHELL))
            .and()
            .resideInAnyPackage("..queue..", "..decision..", "..refusal..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.masterplan.messaging..", "dev.masterplan.review..");

    @ArchTest
    static final ArchRule queueDoesNotKnowDecisions = noClasses()
            .that()
            .resideInAPackage("..queue..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..decision..");

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
