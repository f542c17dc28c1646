package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.Condition;
import dev.masterplan.blueprint.form.ReadSentence;
import dev.masterplan.messaging.plan.Requirement;
import java.util.ArrayList;
import java.util.List;

/** What the writers of all rule families need: the sentence, the features, imports. */
class RuleFamily {

    static final String REFUSED = "from app.errors import Refused";
    static final String TABLE = "from .schema import TABLE";
    static final String CLOCK = "from app import clock";

    final ProgramModel model;
    final Requirement requirement;
    final Feature feature;

    RuleFamily(ProgramModel model, ReadSentence sentence) {
        this.model = model;
        this.requirement = sentence.requirement();
        this.feature = model.feature(sentence.form().entity());
    }

    final String row() {
        return feature.variable();
    }

    final String def(String name) {
        return def(name, row());
    }

    final String def(String name, String variable) {
        return "def " + name + "(db, " + variable + "):\n" + Rule.doc(requirement);
    }

    /** Lines that ask {@code query} and refuse when the answer is as {@code when} says. */
    final String refuseWhen(String query, String parameters, String when, int status) {
        return "    query = " + Python.text(query) + "\n"
                + "    if db.execute(query, " + parameters + ").fetchone() " + when + ":\n"
                + refuse(status, "        ");
    }

    final String refuse(int status, String indent) {
        return indent + "raise Refused(" + status + ", " + Rule.said(requirement) + ")\n";
    }

    final List<String> imports(boolean clock) {
        List<String> imports = new ArrayList<>(List.of(REFUSED, TABLE));
        if (clock) {
            imports.add(CLOCK);
        }
        return imports;
    }

    static String add(String moment, String table, String rule) {
        return "program.rules.add(" + Python.text(moment) + ", " + table + ", " + rule + ")";
    }

    /** Import of another feature's rows, under a name of its own. */
    final String rows(Feature other) {
        return other.equals(feature)
                ? "from . import store"
                : "from app.features." + other.module() + " import store as " + rowsName(other);
    }

    final String rowsName(Feature other) {
        return other.equals(feature) ? "store" : other.module() + "_rows";
    }

    final Feature target(String via) {
        return model.feature(feature.field(via).references());
    }

    static List<Condition> none() {
        return List.of();
    }
}
