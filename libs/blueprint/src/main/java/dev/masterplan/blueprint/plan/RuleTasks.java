package dev.masterplan.blueprint.plan;

import dev.masterplan.blueprint.code.Feature;
import dev.masterplan.blueprint.code.ProgramModel;
import dev.masterplan.blueprint.code.RuleFiles.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tasks for groups of rules, in an order in which what sets a field comes before what looks at it. */
final class RuleTasks {

    private final ProgramModel model;
    private final List<Group> groups;
    private final Map<Group, TaskDraft> tasks = new LinkedHashMap<>();

    RuleTasks(ProgramModel model, List<Group> groups) {
        this.model = model;
        this.groups = groups;
    }

    List<TaskDraft> tasks() {
        groups.forEach(group -> visit(group, new LinkedHashSet<>()));
        return List.copyOf(tasks.values());
    }

    /** Depth first; a circle of rules is cut where it would close. */
    private void visit(Group group, Set<Group> path) {
        if (tasks.containsKey(group) || !path.add(group)) {
            return;
        }
        Set<String> needs = new LinkedHashSet<>();
        for (String name : group.needs()) {
            Feature feature = model.feature(name);
            needs.add("http:" + name);
            needs.add("list:" + name);
            if (model.moves(feature)) {
                needs.add("states:" + name);
            }
        }
        for (Group other : groups) {
            if (other != group && !Collections.disjoint(other.sets(), group.reads())) {
                visit(other, path);
                if (tasks.containsKey(other)) {
                    needs.add(key(other));
                }
            }
        }
        String name = Layout.capital(group.module().replace('_', ' ')) + ": rules of "
                + group.feature().many();
        tasks.put(group, Layout.task(key(group), name, "rule", new ArrayList<>(needs), group.files()));
    }

    private static String key(Group group) {
        return "rules:" + group.feature().aggregate().name() + ":" + group.module();
    }
}
