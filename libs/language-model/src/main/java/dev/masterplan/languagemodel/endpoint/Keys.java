package dev.masterplan.languagemodel.endpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keys as an environment gives them: in a variable, or in the file that a variable names. */
public final class Keys {

    private static final String IN_FILE = "_FILE";

    private final Map<String, String> environment;

    public Keys(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param variable {@code OPENAI_API_KEY}
     * @throws KeyFileException when it names a file that can't be read, or is empty
     */
    public Optional<Secret> find(String variable) {
        String file = environment.get(variable + IN_FILE);
        if (file != null && !file.isBlank()) {
            return Optional.of(read(variable + IN_FILE, Path.of(file)));
        }
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Secret::new);
    }

    /** The known providers that there is a key for. */
    public List<Endpoint> endpoints() {
        return Vendor.all().stream()
                .flatMap(vendor -> find(vendor.variable()).map(vendor::with).stream())
                .toList();
    }

    private static Secret read(String variable, Path file) {
        try {
            String text = Files.readString(file);
            if (text.isBlank()) {
                throw new KeyFileException(variable + " names an empty file: " + file, null);
            }
            return new Secret(text);
        } catch (IOException e) {
            throw new KeyFileException(variable + " names a file that can't be read: " + file, e);
        }
    }
}
