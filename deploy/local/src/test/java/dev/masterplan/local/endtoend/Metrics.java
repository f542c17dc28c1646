package dev.masterplan.local.endtoend;

import static io.restassured.RestAssured.given;

import dev.masterplan.local.stack.ServiceName;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the services' {@code /q/metrics} said at one time. */
record Metrics(Map<ServiceName, List<String>> lines) {

    static Metrics of(RunningProduct product) {
        Map<ServiceName, List<String>> lines = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            String port = product.settings(service).getProperty("quarkus.http.port");
            String text = given().get("http://127.0.0.1:" + port + "/q/metrics")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            lines.put(
                    service,
                    text.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Metrics::withoutExample)
                            .toList());
        }
        return new Metrics(lines);
    }

    /** A line may end with the trace of one that was counted. */
    private static String withoutExample(String line) {
        int example = line.indexOf(" # ");
        return example < 0 ? line : line.substring(0, example);
    }

    /** Our own metrics, of all services. */
    List<String> own() {
        return lines.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith("masterplan_"))
                .toList();
    }

    /** Sum over all labels, or over those with the given one; 0 when the service does not know it yet. */
    double value(ServiceName service, String name, String... label) {
        return lines.get(service).stream()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .filter(line -> List.of(label).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
