package dev.masterplan.local.flow;

import dev.masterplan.local.client.Gateway;
import dev.masterplan.local.client.Views.Execution;
import java.util.List;

/** Finds the run that a person means. */
public final class RunName {

    private RunName() {}

    /** The run with that id, or whose id begins like that. @throws StopException when none or several do */
    public static Execution find(Gateway gateway, String name) {
        List<Execution> found = gateway.executions().stream()
                .filter(run -> run.id().startsWith(name))
                .toList();
        if (found.size() != 1) {
            String why = found.isEmpty() ? "no run is called " : "several runs begin with ";
            throw new StopException(Exit.ERROR, why + name + ": ./masterplan status lists them");
        }
        return found.getFirst();
    }
}
