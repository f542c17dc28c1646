package dev.masterplan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InstanceTest {

    @Test
    void shouldKeepTheTokenOutOfWhatABrowserSends() {
        // Given
        Instance instance = new Instance(1, 2, "http://127.0.0.1:8080", "s3cret", List.of());

        // When
        List<URI> links = Stream.of(instance.board(), instance.board("r-1"))
                .map(URI::create)
                .toList();

        // Then
        assertThat(links).extracting(URI::getPath).containsExactly("/", "/runs/r-1");
        assertThat(links).extracting(URI::getQuery).containsOnlyNulls();
        assertThat(links).extracting(URI::getFragment).containsOnly("token=s3cret");
    }
}
