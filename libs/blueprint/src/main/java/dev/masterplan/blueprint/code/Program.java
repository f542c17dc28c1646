package dev.masterplan.blueprint.code;

import dev.masterplan.blueprint.form.SentenceForm.Crud;
import dev.masterplan.blueprint.form.SentenceForm.DefaultValue;
import dev.masterplan.blueprint.form.SentenceForm.Entity;
import dev.masterplan.blueprint.form.SentenceForm.Unique;
import java.util.List;

/** Every file of the program, in the groups in which they are written. */
public final class Program {

    private final ProgramModel model;

    public Program(ProgramModel model) {
        this.model = model;
    }

    public List<SourceFile> foundation() {
        String domain = model.discovery().domain();
        return List.of(
                new PackageFile("app/__init__.py", Python.prose(domain) + ": the program.", "The program's package"),
                new ResourceFile("app/errors.py", "Refusals"),
                new ResourceFile("app/clock.py", "The time, or what NOW says"),
                new PackageFile("tests/__init__.py", "Unit tests.", "The package of the unit tests"),
                new ResourceFile("tests/test_clock.py", "Try: the time"));
    }

    public List<SourceFile> storage() {
        return List.of(
                new ResourceFile("app/store.py", "Connections and transactions"),
                new ResourceFile("app/rules.py", "Where business rules are asked"));
    }

    public List<SourceFile> fields() {
        return List.of(
                new ResourceFile("app/fields.py", "Texts and what all fields share"),
                new ResourceFile("tests/test_fields.py", "Try: field types"));
    }

    public List<SourceFile> records() {
        return List.of(
                new ResourceFile("app/records.py", "Read what is sent, show what is kept"),
                new ResourceFile("app/listing.py", "Filters, order and pages of lists"));
    }

    public List<SourceFile> web() {
        return List.of(
                new ResourceFile("app/web.py", "Requests and answers"),
                new ResourceFile("app/server.py", "HTTP on 127.0.0.1"),
                new ResourceFile("app/pages.py", "HTML in which everything is escaped"),
                new ResourceFile("tests/test_web.py", "Try: requests and routes"));
    }

    public List<SourceFile> start() {
        return List.of(
                new ResourceFile("app/program.py", "What features register with"),
                new ResourceFile("app/lifecycle.py", "States and transitions"),
                new ResourceFile("app/features/__init__.py", "Features are found by looking into their folder"),
                new ResourceFile("app/__main__.py", "Start and stop"),
                new ResourceFile("tests/support.py", "A program for each unit test"),
                new ResourceFile("tests/samples/__init__.py", "The package of sample records"));
    }

    /** Fields, table and rows of a feature. */
    public List<SourceFile> keep(Feature feature) {
        var data = model.requirements(feature, List.of(Entity.class, Unique.class, DefaultValue.class));
        return List.of(
                new PackageFile(
                        feature.folder() + "__init__.py",
                        Text.capital(feature.many()) + ".",
                        "The package of " + feature.many()),
                SchemaFile.of(feature, model, data),
                StoreFile.of(feature, model, data),
                SampleFile.of(feature, model));
    }

    /** A feature's records over HTTP. */
    public List<SourceFile> http(Feature feature) {
        var kept = model.requirements(feature, List.of(Entity.class, Unique.class, DefaultValue.class, Crud.class));
        return List.of(ApiFile.of(feature, kept), new FeatureTests(feature, model).resource());
    }

    public List<SourceFile> listing(Feature feature) {
        return List.of(
                new ListingFile(feature, model, model.requirements(feature, List.of(Entity.class, Crud.class))),
                new FeatureTests(feature, model).list());
    }

    public List<SourceFile> lifecycle(Feature feature) {
        return List.of(new LifecycleFile(feature, model), new FeatureTests(feature, model).lifecycle());
    }

    public List<SourceFile> page(Feature feature) {
        return List.of(PageFile.of(feature, model), new FeatureTests(feature, model).page());
    }

    public List<RuleFiles.Group> rules() {
        return new RuleFiles(model).groups();
    }

    public List<SourceFile> whole() {
        return List.of(new ResourceFile("tests/test_program.py", "Try: the program as a whole"));
    }

    public List<SourceFile> documents() {
        return List.of(Documents.readme(), Documents.requirements());
    }
}
