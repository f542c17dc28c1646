package dev.masterplan.blueprint.test;

import dev.masterplan.messaging.plan.Discovery;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the acceptance tests of a discovery: what is tested, and the Python files that test it.
 *
 * <p>Both read the requirement's form and the discovery's interface only, never the program. The same input gives the
 * same bytes.
 */
public final class AcceptanceTests {

    private AcceptanceTests() {}

    /** One specification per case of each covered requirement; which tasks they wait for is the planner's to say. */
    public static List<TestSpecification> specify(Discovery discovery) {
        World world = new World(discovery);
        Cases cases = new Cases(world);
        List<TestSpecification> specifications = new ArrayList<>();
        world.forms().forEach((requirement, form) -> {
            int number = 0;
            for (AcceptanceCase one : cases.of(form)) {
                number++;
                specifications.add(specification(requirement, one, number));
            }
        });
        return List.copyOf(specifications);
    }

    private static TestSpecification specification(Requirement requirement, AcceptanceCase one, int number) {
        return new TestSpecification(
                requirement.key().replaceFirst("^R-", "T-") + "-" + number,
                requirement.id(),
                requirement.key(),
                requirement.priority(),
                one.name(),
                one.given(),
                one.when(),
                one.then(),
                List.of(),
                false);
    }

    /**
     * The folder {@code acceptance/}: the runner, its support, and one file per requirement that has a specification.
     *
     * @throws IllegalArgumentException for a specification that no requirement of the discovery has
     */
    public static Map<String, String> write(Discovery discovery, List<TestSpecification> specifications) {
        return new AcceptanceFolder(new World(discovery)).files(specifications);
    }
}
