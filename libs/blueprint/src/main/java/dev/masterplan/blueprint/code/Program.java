package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.blueprint.form.SentenceForm.Entity;
import java.util.List;

/** Every file of the program, in the groups in which they are written. */
public final class Program {

    private final ProgramModel model;

    public Program(ProgramModel model) {
        this.model = model;
    }

    public ProgramModel model() {
        return model;
    }

    /** The small parts that everything stands on. */
    public List<SourceFile> foundation() {
        return List.of(
                new PackageFile("app/__init__.py", domain() + ": the program.", "The package of the program"),
                new ResourceFile("app/errors.py", "Refusals"),
                new ResourceFile("app/clock.py", "The time, or what NOW says"),
                new ResourceFile("app/rules.py", "Where business rules are asked"));
    }

    public List<SourceFile> fields() {
        return List.of(
                new ResourceFile("app/fields.py", "Texts and what all fields share"),
                new ResourceFile("app/records.py", "Read what is sent, show what is kept"));
    }

    public List<SourceFile> storage() {
        return List.of(new ResourceFile("app/store.py", "Connections and transactions"));
    }

    public List<SourceFile> web() {
        return List.of(
                new ResourceFile("app/web.py", "Requests and answers"),
                new ResourceFile("app/server.py", "HTTP on 127.0.0.1"),
                new ResourceFile("app/listing.py", "Filters, order and pages of lists"));
    }

    public List<SourceFile> start() {
        return List.of(
                new ResourceFile("app/program.py", "What features register with"),
                new ResourceFile("app/features/__init__.py", "Features are found by looking into their folder"),
                new ResourceFile("app/__main__.py", "Start and stop"));
    }

    public List<SourceFile> resource(Feature feature) {
        var data = model.requirements(feature, List.of(Entity.class));
        var crud = model.requirements(feature, List.of(Entity.class, Crud.class));
        return List.of(
                new PackageFile(
                        feature.folder() + "__init__.py",
                        Text.capital(feature.many()) + ".",
                        "The package of " + feature.many()),
                SchemaFile.of(feature, model, data),
                StoreFile.of(feature, data),
                ApiFile.of(feature, crud));
    }

    public List<SourceFile> listing(Feature feature) {
        return List.of(new ListingFile(feature, model, model.requirements(feature, List.of(Crud.class))));
    }

    private String domain() {
        return model.discovery().domain();
    }
}
