package dev.masterplan.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated library, started and asked over HTTP. */
class RunningProgramTest {

    private static final String BOOK = "{\"title\":\"<b>Emma</b>\",\"author\":\"Austen\",\"isbn\":\"9780141439587\"}";

    private static final Pattern ID = Pattern.compile("\"id\": (\\d+)");
    private static final Pattern BUTTON =
            Pattern.compile("<form class='step' method='post' action='(/pages/loans/\\d+/return)'>");

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Process program;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        Tree.write(folder, Tree.ofExample("library.md").files());
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder("python3", "-m", "app").directory(folder.toFile());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("DATA", folder.resolve("data").toString());
        program = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitHealth();
    }

    @AfterAll
    static void stop() {
        program.destroy();
    }

    @Test
    void shouldKeepARecordAndEscapeItOnThePage() throws Exception {
        HttpResponse<String> created = send("POST", "/books", BOOK);
        HttpResponse<String> page = send("GET", "/pages/books", "");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(page.body()).contains("&lt;b&gt;Emma&lt;/b&gt;").doesNotContain("<b>Emma</b>");
        assertThat(send("POST", "/books", BOOK).statusCode()).isEqualTo(409);
    }

    @Test
    void shouldRefuseInTheAgreedOrder() throws Exception {
        assertThat(send("POST", "/books", "[]").statusCode()).isEqualTo(400);
        assertThat(send("PATCH", "/books/99", "{\"nothing\":1}").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/shelves", "").statusCode()).isEqualTo(404);
        assertThat(send("PUT", "/books", "{}").statusCode()).isEqualTo(405);
        assertThat(send("POST", "/books", "{}").statusCode()).isEqualTo(422);
        assertThat(send("POST", "/copies", "{\"book_id\":99,\"barcode\":\"abcd\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void shouldOfferRecordsByNameAndKeepWhatWasSentWhenAFormIsRefused() throws Exception {
        // Given
        send("POST", "/books", "{\"title\":\"Dune\",\"author\":\"Herbert\",\"isbn\":\"9780441172719\"}");

        // When
        HttpResponse<String> form = send("GET", "/pages/copies", "");
        HttpResponse<String> refused = send("POST", "/pages/copies", "book_id=1&barcode=a%22b");

        // Then
        assertThat(form.body()).containsPattern("<option value='\\d+'>\\d+ Dune</option>");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("role='alert'>barcode must have at least 4 characters", "value='a&quot;b'")
                .containsPattern("<option value='1' selected>1 ");
    }

    @Test
    void shouldLendAndReturnByFormAndButton() throws Exception {
        // Given
        int book = made("/books", "{\"title\":\"Ulysses\",\"author\":\"Joyce\",\"isbn\":\"9780141182803\"}");
        int copy = made("/copies", "{\"book_id\":" + book + ",\"barcode\":\"U-0001\"}");
        int member = made("/members", "{\"name\":\"Ada\",\"email\":\"ada@example.org\"}");
        String form = "copy_id=" + copy + "&member_id=" + member;

        // When
        HttpResponse<String> lent = send("POST", "/pages/loans", form);
        HttpResponse<String> refused = send("POST", "/pages/loans", form);
        String button = only(BUTTON, refused.body());
        HttpResponse<String> returned = send("POST", button, "");
        HttpResponse<String> again = send("POST", button, "");

        // Then
        assertThat(lent.statusCode()).isEqualTo(303);
        assertThat(lent.headers().firstValue("Location")).hasValue("/pages/loans");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("role='alert'>A copy on loan can&#x27;t be lent.</p>");
        assertThat(returned.statusCode()).isEqualTo(303);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body())
                .contains("role='alert'>not possible: it is returned</p>")
                .doesNotContainPattern(BUTTON);
    }

    @Test
    void shouldRefuseRequestsFromPagesOfOtherSites() throws Exception {
        // Given
        HttpRequest.Builder foreign = request("POST", "/pages/books", "title=Spam&author=Spam&isbn=9780441172720");

        // When
        HttpResponse<String> answer =
                CLIENT.send(foreign.header("Origin", "http://evil.example").build(), BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(send("GET", "/books", "").body()).doesNotContain("Spam");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /books?page_size=000000000000000001150 HTTP/1.1 | 0 | {} | 422
            GET /books?page=0000000000000000019999999999999999999999 HTTP/1.1 | 0 | {} | 422
            POST /books HTTP/1.1 | 13 | {"\\ud800": 1} | 422
            POST /loans/99999/return HTTP/1.1 | 8 | {"a": 1} | 404
            POST /books HTTP/1.1 | 20 | {} | 400
            POST /books HTTP/1.1 | 99999999999999999999999999 | {} | 413
            """)
    void shouldAnswerWhateverIsSent(String request, String length, String body, int status) throws Exception {
        assertThat(raw(request, "Content-Length: " + length, body)).contains("HTTP/1.1 " + status + " ");
    }

    @Test
    void shouldRefuseAnOriginThatIsNoAddress() throws Exception {
        assertThat(raw("GET /books HTTP/1.1", "Origin: http://[", "")).contains("HTTP/1.1 403 ");
    }

    @Test
    void shouldShowAPageThatDoesNotExistAsAPage() throws Exception {
        HttpResponse<String> page = send("GET", "/pages/books?page=abc", "");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("role='alert'>page must be a number", "<table>");
    }

    @Test
    void shouldNameRecordsWhenThereAreMoreThanCanBeOffered() throws Exception {
        // Given
        int book = made("/books", "{\"title\":\"Solaris\",\"author\":\"Lem\",\"isbn\":\"9780156027601\"}");
        int first = made("/members", "{\"name\":\"Zoe\",\"email\":\"zoe@example.org\"}");
        made("/reservations", "{\"book_id\":%d,\"member_id\":%d}".formatted(book, first));
        for (int number = 0; number <= 200; number++) {
            made("/members", "{\"name\":\"M\",\"email\":\"m%d@example.org\"}".formatted(number));
        }

        // When
        HttpResponse<String> page = send("GET", "/pages/reservations", "");
        HttpResponse<String> refused = send("POST", "/pages/reservations", "book_id=&member_id=" + first);
        HttpResponse<String> made = send("POST", "/pages/reservations", "book_id=" + book + "&member_id=" + first);

        // Then
        assertThat(page.body()).contains("<td>" + first + " Zoe</td>", "list='member_id-known'");
        assertThat(refused.body()).contains("name='member_id' value='" + first + "' list=");
        assertThat(made.statusCode()).isEqualTo(303);
    }

    /** The answer to bytes that no well-behaved client sends; then this side ends. */
    private static String raw(String request, String header, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String head = request + "\r\nHost: 127.0.0.1:" + port + "\r\n" + header + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Id of a new record. */
    private static int made(String path, String body) throws Exception {
        HttpResponse<String> answer = send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Integer.parseInt(only(ID, answer.body()));
    }

    /** The one match of a pattern's group. */
    private static String only(Pattern pattern, String text) {
        List<String> found =
                pattern.matcher(text).results().map(match -> match.group(1)).toList();
        assertThat(found).as(text).hasSize(1);
        return found.getFirst();
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, body).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20));
    }

    /** Asks until it answers; the program says nothing when it is ready. */
    private static void awaitHealth() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (send("GET", "/health", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                program.waitFor(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        }
        throw new IllegalStateException("the program does not answer");
    }
}
