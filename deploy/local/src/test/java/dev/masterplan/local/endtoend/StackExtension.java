package dev.masterplan.local.endtoend;

import dev.masterplan.local.stack.DataFolder;
import dev.masterplan.local.stack.Instance;
import dev.masterplan.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packaged product, started once for all test classes that ask for {@link RunningProduct}. */
public final class StackExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningProduct.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(Kept.class, any -> new Kept(), Kept.class)
                .product;
    }

    private static final class Kept implements AutoCloseable {

        private final Path data = temporaryFolder();
        private final Stack stack = Stack.start(
                RunningProduct.ROOT,
                DataFolder.open(data),
                new Stack.Options(false, System.out::println, () -> System.out.println("the stack collapsed")),
                this::closeOnExit);
        private final RunningProduct product = new RunningProduct(stack, instance(), data);

        private Instance instance() {
            return stack.instance();
        }

        private void closeOnExit(Runnable close) {
            Runtime.getRuntime().addShutdownHook(new Thread(close));
        }

        private static Path temporaryFolder() {
            try {
                return Files.createTempDirectory("masterplan-end-to-end");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            stack.close();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
