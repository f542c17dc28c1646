package dev.masterplan.local.endtoend;

import dev.masterplan.local.stack.DataFolder;
import dev.masterplan.local.stack.Instance;
import dev.masterplan.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The packaged product, started once for all test classes that ask for {@link RunningProduct}; the notes, built once for
 * all that ask for {@link BuiltNotes}, and rehearsed once for all that ask for {@link Rehearsed}; so are the lamps
 * ({@link BuiltLamps}).
 */
public final class StackExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return List.of(RunningProduct.class, BuiltNotes.class, BuiltLamps.class, Rehearsed.class)
                .contains(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        ExtensionContext.Store store = context.getRoot().getStore(Namespace.GLOBAL);
        Kept kept = store.computeIfAbsent(Kept.class, any -> new Kept(), Kept.class);
        if (type == RunningProduct.class) {
            return kept.product;
        }
        if (type == BuiltLamps.class) {
            return store.computeIfAbsent(
                    BuiltLamps.class, any -> BuiltLamps.build(kept.product, kept.programs), BuiltLamps.class);
        }
        BuiltNotes notes = store.computeIfAbsent(
                BuiltNotes.class, any -> BuiltNotes.build(kept.product, kept.programs), BuiltNotes.class);
        return type == BuiltNotes.class
                ? notes
                : store.computeIfAbsent(
                        Rehearsed.class, any -> Rehearsed.of(notes, kept.product, kept.programs), Rehearsed.class);
    }

    private static final class Kept implements AutoCloseable {

        private final Deque<Runnable> atTheEnd = new ConcurrentLinkedDeque<>();

        /** First of all: where the JVM is ending already, this refuses, and nothing is left behind. */
        {
            Runtime.getRuntime().addShutdownHook(new Thread(this::cleanUp));
        }

        private final ReceivedSpans spans = collector();
        private final Path data = temporaryFolder();
        private final Path programs = temporaryFolder();
        private final Stack stack = Stack.start(
                RunningProduct.ROOT,
                DataFolder.open(data),
                new Stack.Options(false, System.out::println, why -> System.out.println("the stack collapsed: " + why)),
                atTheEnd::addFirst);
        private final RunningProduct product = new RunningProduct(stack, instance(), data, spans);

        private Instance instance() {
            return stack.instance();
        }

        /** Also where the tests are broken off. */
        private void cleanUp() {
            for (Runnable next = atTheEnd.poll(); next != null; next = atTheEnd.poll()) {
                next.run();
            }
        }

        /** Before the stack, which tells the services where spans go. */
        private static ReceivedSpans collector() {
            try {
                ReceivedSpans spans = new ReceivedSpans();
                System.setProperty("otel.exporter.otlp.endpoint", spans.endpoint());
                return spans;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path temporaryFolder() {
            try {
                Path folder = Files.createTempDirectory("masterplan-end-to-end");
                atTheEnd.addLast(() -> remove(folder));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            cleanUp();
            spans.close();
        }

        private static void remove(Path folder) {
            if (Files.notExists(folder)) {
                return;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
