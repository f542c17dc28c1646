package dev.masterplan.blueprint.test;

import dev.masterplan.blueprint.form.SentenceForm;
import dev.masterplan.messaging.plan.Requirement;
import dev.masterplan.messaging.plan.TestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files of {@code acceptance/} by path. */
final class AcceptanceFolder {

    private static final String FOLDER = "acceptance/";
    private static final int LONGEST_NAME = 40;
    private static final List<String> FIXED =
            List.of("run", "program.py", "report.py", "support.py", "tests.py", "values.py", "workers.py");

    private final World world;
    private final Cases cases;

    AcceptanceFolder(World world) {
        this.world = world;
        this.cases = new Cases(world);
    }

    Map<String, String> files(List<TestSpecification> specifications) {
        Map<String, String> files = new TreeMap<>();
        FIXED.forEach(name -> files.put(FOLDER + name, resource(name)));
        files.put(FOLDER + "interface.py", new InterfaceFile(world).content());
        Map<String, List<TestSpecification>> left = byRequirement(specifications);
        world.forms().forEach((requirement, form) -> {
            List<TestSpecification> own = left.remove(requirement.key());
            if (own != null) {
                files.put(path(requirement), content(requirement, form, own));
            }
        });
        refuse(left.keySet());
        return files;
    }

    private static void refuse(Set<String> unknown) {
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no covered requirement: " + unknown);
        }
    }

    private static Map<String, List<TestSpecification>> byRequirement(List<TestSpecification> specifications) {
        Map<String, List<TestSpecification>> byKey = new LinkedHashMap<>();
        specifications.forEach(s -> byKey.computeIfAbsent(s.requirementKey(), key -> new ArrayList<>())
                .add(s));
        return byKey;
    }

    private static String path(Requirement requirement) {
        String key = requirement.key().toLowerCase().replace("-", "");
        return FOLDER + "test_" + key + "_" + Python.fileName(requirement.sentence(), LONGEST_NAME) + ".py";
    }

    private String content(Requirement requirement, SentenceForm form, List<TestSpecification> specifications) {
        Map<String, AcceptanceCase> byName = new LinkedHashMap<>();
        cases.of(form).forEach(one -> byName.put(one.name(), one));
        TestFile file = new TestFile(requirement);
        for (TestSpecification specification : specifications) {
            AcceptanceCase one = byName.get(specification.caseName());
            if (one == null) {
                throw new IllegalArgumentException(
                        requirement.key() + " has no case " + specification.caseName() + ", only " + byName.keySet());
            }
            file.add(specification, one);
        }
        return file.content();
    }

    private static String resource(String name) {
        try (InputStream in = AcceptanceFolder.class.getResourceAsStream("acceptance/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable resource: " + name, e);
        }
    }
}
