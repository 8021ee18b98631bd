package eu.cairn.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Courses come in from tables and from the formats of others, and no gap is filled. */
class CourseImportTest {

    private static final String TABLE =
            """
            Cursuscode;Titel;ECTS;EQF-level;Taal;Leeruitkomsten;Prijs
            IMP-1;Datageletterdheid;5;6;nl;"- data beoordelen
            - data verklaren";€ 200
            IMP-2;"Werken; met AI";2,5;9;nl;;
            """;

    private static TestServer server;
    private static TestServer.Visitor designer;

    @BeforeAll
    static void start() {
        server = TestServer.shared();
        designer = server.as(TestServer.DESIGNER);
    }

    @Test
    void aTableIsMappedLookedAtAndBegunAsDraftsOnce() {
        var looked = designer.upload("/courses/import", "aanbod.csv", TABLE.getBytes(UTF_8));
        var address = looked.uri().getPath();
        assertThat(address).matches("/courses/import/[0-9a-f-]{36}");
        assertThat(looked.body())
                .contains("Datageletterdheid", "Werken; met AI", "Begin 2 drafts")
                .contains("Prijs")
                .contains("it was left out");
        int before = courses();

        var mapped = designer.post(address, mapping("action", "map", "column-1", ""));
        assertThat(mapped.body()).contains("No title stated");
        assertThat(courses()).isEqualTo(before);

        var begun = designer.post(address, mapping("action", "confirm", "column-1", "title"));
        assertThat(begun.uri().getPath()).isEqualTo("/courses");
        assertThat(begun.body()).contains("2 drafts were begun, 0 courses were imported before");
        assertThat(courses()).isEqualTo(before + 2);

        var again = designer.upload("/courses/import", "kopie.csv", TABLE.getBytes(UTF_8));
        assertThat(again.body()).contains("Imported before", "Every course of this file");
        designer.post(again.uri().getPath(), Map.of("action", "confirm"));
        assertThat(courses()).isEqualTo(before + 2);
        assertThat(designer.get(address).statusCode()).isEqualTo(404);
        assertThat(draft("IMP-1"))
                .contains("data beoordelen", "data verklaren", "\"need\":\"\"")
                .doesNotContain("200");
    }

    @Test
    void theSameFileSentByManyAtOnceIsImportedOnce() throws Exception {
        var table = "code,title\nONCE-1,Once\n";
        try (var threads = Executors.newFixedThreadPool(6)) {
            threads.invokeAll(
                    IntStream.range(0, 6)
                            .<Callable<Integer>>mapToObj(
                                    i -> () -> send("text/csv", table.getBytes(UTF_8)).statusCode())
                            .toList());
        }

        assertThat(count("ONCE-1")).isEqualTo(1);
    }

    @Test
    void whatWasExportedComesBackAsADraft() {
        int number = TestCourse.published(server, "CLIMA-5").number();
        for (var format : new String[] {"elm", "ooapi"}) {
            var file =
                    server.visitor()
                            .get("/catalogue/borgofiume/CLIMA-5/" + number + "/as/" + format)
                            .body();
            int before = count("CLIMA-5");

            var answer = send("application/json", file.getBytes(UTF_8));

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.body()).contains("\"already\":false");
            assertThat(count("CLIMA-5")).isEqualTo(before + 1);
            assertThat(send("application/json", file.getBytes(UTF_8)).body())
                    .contains("\"already\":true");
        }
    }

    @Test
    void theRegisterTableComesBackWithItsColumnsGuessed() {
        var csv = server.visitor().get("/registers/borgofiume/courses.csv").body();

        var preview = post("/api/v1/courses/import/preview", "text/csv", csv.getBytes(UTF_8));

        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("\"code\":\"CLIMA-5\"", "\"eqfLevel\":\"7\"");
    }

    @Test
    void encodingsAndSeparatorsAreRecognised() {
        var text = "titel\tland\nBildung für alle\tDE\n";
        for (var charset :
                new Charset[] {UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
            var preview =
                    post("/api/v1/courses/import/preview", "text/csv", text.getBytes(charset));

            assertThat(preview.body()).as(charset.name()).contains("Bildung für alle", "\"DE\"");
        }
    }

    @Test
    void whatIsHostileIsRefusedAndNothingIsBegun() {
        int before = courses();
        var deep = "[".repeat(100_000).getBytes(UTF_8);
        var wrong = "{\"courseId\":7,\"name\":\"text\",\"studyLoad\":\"much\",\"ext\":[1]}";
        var wide = ("a,".repeat(200) + "a\n" + "1\n").getBytes(UTF_8);
        var many = ("title\n" + "x\n".repeat(1001)).getBytes(UTF_8);

        assertThat(send("application/json", deep).body()).contains("import.json-unreadable");
        assertThat(send("application/json", "{}".getBytes(UTF_8)).body())
                .contains("import.no-course");
        assertThat(send("application/json", new byte[] {(byte) 0xFF, '{'}).statusCode())
                .isEqualTo(422);
        assertThat(send("application/json", new byte[(1 << 20) + 1]).statusCode()).isEqualTo(422);
        assertThat(send("text/csv", wide).body()).contains("import.too-many-columns");
        assertThat(send("text/csv", many).body()).contains("import.too-many-courses");
        assertThat(send("text/csv", "title\n\"open\n".getBytes(UTF_8)).body())
                .contains("import.not-csv");
        assertThat(send("text/csv", "title\na,b\n".getBytes(UTF_8)).body())
                .contains("import.row-cells");
        assertThat(send("text/csv", "x,y\n1,2\n".getBytes(UTF_8)).body())
                .contains("import.no-column");
        assertThat(send("application/xml", "<a/>".getBytes(UTF_8)).statusCode()).isEqualTo(415);
        assertThat(courses()).isEqualTo(before);

        var odd = send("application/json", wrong.getBytes(UTF_8));
        assertThat(odd.statusCode()).as(odd.body()).isEqualTo(201);
        assertThat(odd.body()).contains("\"title\":\"\"");
    }

    @Test
    void aChangedFileIsAnotherAndSaysThatItsCodesAreTaken() {
        var first = send("text/csv", "code,title\nTWICE-1,Once\n".getBytes(UTF_8));
        var changed = send("text/csv", "code,title\nTWICE-1,Twice\n".getBytes(UTF_8));

        var looked =
                post(
                        "/api/v1/courses/import/preview",
                        "text/csv",
                        "code,title\nTWICE-1,Thrice\n".getBytes(UTF_8));

        assertThat(first.body()).contains("\"codeTaken\":false");
        assertThat(looked.body()).contains("\"codeTaken\":true");
        assertThat(changed.body()).contains("\"already\":false", "\"codeTaken\":true");
    }

    @Test
    void aFileThatNobodyConfirmsIsKeptForAWeek() {
        var address =
                designer.upload("/courses/import", "old.csv", "title\nOld\n".getBytes(UTF_8))
                        .uri()
                        .getPath();
        server.bean(JdbcClient.class)
                .sql(
                        "UPDATE course_file SET uploaded_at = uploaded_at - interval '8 days' WHERE file_name = 'old.csv'")
                .update();
        assertThat(designer.get(address).statusCode()).isEqualTo(200);

        designer.upload("/courses/import", "new.csv", "title\nNew\n".getBytes(UTF_8));

        assertThat(designer.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aCountryThatIsNoneIsSaidAtItsLineAndNotTakenForTheInstitutions() {
        for (var country : new String[] {"AT-9", "ES-M", "nl", "Netherlands", "ÄÖ", "AT-"}) {
            var table = "title,country\nOne,IT\nTwo," + country + "\n";

            var looked = designer.upload("/courses/import", "land.csv", table.getBytes(UTF_8));
            var sent = send("text/csv", table.getBytes(UTF_8));

            assertThat(looked.statusCode()).as(country).isEqualTo(200);
            assertThat(looked.body()).contains("“" + country + "” is not a country");
            assertThat(sent.statusCode()).isEqualTo(422);
            assertThat(sent.body()).contains("import.country-invalid", "line 3");
        }
    }

    @Test
    void aFileIsForItsInstitutionAlone() {
        var looked =
                designer.upload("/courses/import", "own.csv", "title\nOnly ours\n".getBytes(UTF_8));
        var address = looked.uri().getPath();
        var other = server.as("kallavesi.designer@example.org");

        assertThat(other.get(address).statusCode()).isEqualTo(404);
        assertThat(other.post(address, Map.of("action", "confirm")).statusCode()).isEqualTo(404);
        assertThat(designer.upload("/courses/import", "none.csv", new byte[0]).body())
                .contains("import.nothing-chosen");
    }

    private static Map<String, String> mapping(String... changes) {
        var fields = new HashMap<String, String>();
        var columns =
                new String[] {"code", "title", "credits", "eqf-level", "language", "outcomes", ""};
        for (int i = 0; i < columns.length; i++) {
            fields.put("column-" + i, columns[i]);
        }
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return fields;
    }

    private static HttpResponse<String> send(String type, byte[] file) {
        return post("/api/v1/courses/import", type, file);
    }

    private static HttpResponse<String> post(String path, String type, byte[] file) {
        return server.visitor()
                .send(
                        server.api(path, TestServer.DESIGNER)
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static int courses() {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM course")
                .query(Integer.class)
                .single();
    }

    private static int count(String code) {
        return server.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM course WHERE code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    private static String draft(String code) {
        return server.bean(JdbcClient.class)
                .sql("SELECT draft FROM course WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .single();
    }
}
