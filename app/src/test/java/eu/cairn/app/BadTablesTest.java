package eu.cairn.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import eu.cairn.app.award.CsvTable;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Tables as people really upload them: what is wrong is said, and nothing is half done. */
class BadTablesTest {

    private static final String HEADER = "learner_id,A1,A2,A3,passed_on,grade,identity_checked\n";
    private static final String ROW = "TABLE-0003,passed,passed,passed,2026-11-16,28,yes\n";

    private static final TestServer SERVER = TestServer.shared();
    private static final TestCourse COURSE = TestCourse.published(SERVER, "CLIMA-5");

    @BeforeAll
    static void learners() {
        TestCourse.enrol(SERVER, "TABLE", 20);
    }

    static Stream<Arguments> wrongFiles() {
        return Stream.of(
                wrong(
                        "no column for a task",
                        HEADER.replace("A2,", "") + ROW.replaceFirst("passed,", ""),
                        "column-missing"),
                wrong(
                        "a column nobody reads",
                        HEADER.replace("grade", "mark") + ROW,
                        "column-unknown"),
                wrong("a column twice", HEADER.replace("grade", "A1") + ROW, "column-twice"),
                wrong("a cell too many", HEADER + ROW.replace("28", "28,29"), "row-cells"),
                wrong("a decimal comma", HEADER + ROW.replace("28", "27,5"), "row-cells"),
                wrong("a quote not closed", HEADER + ROW.replace("28", "\"28"), "file-not-csv"),
                wrong("a header alone", HEADER, "file-without-rows"),
                wrong("blank rows", HEADER + "\n,,,,,,\n \n", "file-without-rows"),
                wrong("a wide header", "x,".repeat(250) + "y\n" + ROW, "too-many-columns"),
                wrong(
                        "Latin-1",
                        (HEADER + ROW.replace("28", "trentà")).getBytes(ISO_8859_1),
                        "file-not-utf8"),
                wrong(
                        "half a character of UTF-16",
                        bytes("\uFEFF" + HEADER, UTF_16LE, 1),
                        "file-not-utf8"),
                wrong(
                        "a ZIP",
                        new byte[] {'P', 'K', 3, 4, (byte) 0x8F, (byte) 0xFF, 0},
                        "file-not-utf8"),
                wrong("a web page", "<!doctype html><p>Please sign in</p>", "file-without-rows"),
                wrong("zero bytes", HEADER + ROW.replace("28", "2\0008"), "file-not-csv"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("wrongFiles")
    void aWrongFileIsRefusedWithItsReasonAndKeepsNothing(String name, byte[] file, String code) {
        var before = SERVER.rows();

        var api = upload(file);
        var page = registrar().upload(COURSE.awards(), "results.csv", file);

        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.body()).contains("\"award." + code + "\"");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("award." + code);
        assertThat(SERVER.rows()).isEqualTo(before);
    }

    static Stream<Arguments> rightFiles() {
        var text = HEADER + ROW;
        return Stream.of(
                Arguments.of("UTF-8", bytes(text, UTF_8, 0)),
                Arguments.of("UTF-8 with a byte order mark", bytes("\uFEFF" + text, UTF_8, 0)),
                Arguments.of("UTF-16, little end first", bytes("\uFEFF" + text, UTF_16LE, 0)),
                Arguments.of("UTF-16, big end first", bytes("\uFEFF" + text, UTF_16BE, 0)),
                Arguments.of("semicolons", bytes(text.replace(',', ';'), UTF_8, 0)),
                Arguments.of("tabs", bytes(text.replace(',', '\t'), UTF_8, 0)),
                Arguments.of("lines of Windows", bytes(text.replace("\n", "\r\n"), UTF_8, 0)),
                Arguments.of("lines of old", bytes(text.replace("\n", "\r"), UTF_8, 0)),
                Arguments.of(
                        "blanks and cases",
                        bytes(text.replace(",", " , ").replace("A1", "a1"), UTF_8, 0)),
                Arguments.of(
                        "quoted",
                        bytes(
                                "\""
                                        + text.replace(",", "\",\"")
                                                .replace("\n", "\"\n\"")
                                                .replaceFirst("\"$", ""),
                                UTF_8,
                                0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rightFiles")
    void howATableIsWrittenDownDoesNotMatter(String name, byte[] file) {
        var answer = upload(file);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("\"learner\":\"TABLE-0003\"").contains("\"ready\":1");
    }

    @Test
    void everyWrongRowSaysWhyAndTheOthersStayReady() {
        var answer =
                upload(
                        bytes(
                                HEADER
                                        + ROW
                                        + ROW
                                        + "NOBODY,passed,passed,passed,2026-11-16,28,yes\n"
                                        + "TABLE-0004,passed,passed,passed,2026-02-30,28,yes\n"
                                        + "TABLE-0005,passed,passed,passed,2099-01-01,28,yes\n"
                                        + "TABLE-0006,passed,maybe,,2026-11-16,28,yes\n"
                                        + "TABLE-0007,passed,passed,passed,16/11/2026,28,yes\n"
                                        + "TABLE-0008,passed,passed,passed,2026-11-16,28,\n"
                                        + ",passed,passed,passed,2026-11-16,28,yes\n"
                                        + "TABLE-0010,passed,passed,passed,2026-11-16,"
                                        + "9".repeat(100_000)
                                        + ",yes\n",
                                UTF_8,
                                0));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"ready\":1,\"refused\":9")
                .contains("award.row-twice")
                .contains("award.learner-unknown")
                .contains("award.date-invalid")
                .contains("award.date-in-future")
                .contains("award.result-unknown")
                .contains("award.result-missing")
                .contains("award.identity-missing")
                .contains("award.learner-missing")
                .contains("award.grade-too-long");
    }

    @Test
    void refusedRowsComputeNothingInASpreadsheetAndCanBeMendedAndUploadedAgain() {
        var formulas =
                List.of(
                        "=1+1",
                        "+1",
                        "-1",
                        "@SUM(A1)",
                        "＝1",
                        "=cmd|' /C calc'!A0",
                        "\"=1\"",
                        "''=1");
        var file =
                HEADER
                        + formulas.stream()
                                .map(BadTablesTest::quoted)
                                .map(f -> "%s,%s,passed,passed,%s,%s,%s\n".formatted(f, f, f, f, f))
                                .collect(Collectors.joining());
        var first = upload(bytes(file, UTF_8, 0));
        var batch = SERVER.bean(JsonMapper.class).readTree(first.body()).get("id").asString();

        var refused = registrar().get("/awards/batches/" + batch + "/refused.csv");
        var again = upload(bytes(refused.body(), UTF_8, 0));

        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(cells(refused.body()))
                .hasSizeGreaterThan(8 * 7)
                .noneMatch(BadTablesTest::computes);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(learners(first)).contains("=1+1", "'=1", "\"=1\"");
        assertThat(learners(again)).isEqualTo(learners(first));
    }

    @Test
    void hostileStringsAreOnlyStrings() throws Exception {
        var strings = naughty();
        var rows = new StringBuilder("learner_id,full_name,email\n");
        for (int i = 0; i < strings.size(); i++) {
            rows.append(
                    "NAUGHTY-%03d,%s,n%d@example.org\n".formatted(i, quoted(strings.get(i)), i));
        }
        var added =
                registrar().upload("/learners", "learners.csv", bytes(rows.toString(), UTF_8, 0));
        var list = registrar().get("/learners?from=NAUGHTY-");
        var batch =
                registrar()
                        .upload(
                                COURSE.awards(),
                                "x\r\nSet-Cookie: a=b\"; filename=\"y.csv",
                                bytes(
                                        HEADER
                                                + strings.stream()
                                                        .map(
                                                                s ->
                                                                        quoted(s)
                                                                                + ",x,x,x,x,"
                                                                                + quoted(s)
                                                                                + ",yes\n")
                                                        .collect(Collectors.joining()),
                                        UTF_8,
                                        0));
        var refused = registrar().get(batch.uri().getPath() + "/refused.csv");

        System.err.println("hostile strings tried as names, numbers and grades: " + strings.size());
        assertThat(added.body()).contains(strings.size() + " learners were added");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(batch.statusCode()).isEqualTo(200);
        assertThat(cells(refused.body())).noneMatch(BadTablesTest::computes);
        for (var page : List.of(added, list, batch)) {
            strings.stream()
                    .filter(string -> string.matches("(?s).*<[a-zA-Z/!].*"))
                    .forEach(string -> assertThat(page.body()).doesNotContain(string));
            assertThat(page.headers().map()).doesNotContainKey("a");
        }
    }

    @Test
    void hostileNamesAreSignedAndVerifiedAsTheyAre() throws Exception {
        var all = naughty();
        var names =
                IntStream.range(0, all.size())
                        .filter(i -> i % 6 == 0 || all.get(i).contains("<script"))
                        .mapToObj(all::get)
                        .toList();
        var learners = new StringBuilder("learner_id,full_name,email\n");
        var results = new StringBuilder(HEADER);
        for (int i = 0; i < names.size(); i++) {
            learners.append(
                    "ODD-%03d,%s,odd%d@example.org\n".formatted(i, quoted(names.get(i)), i));
            results.append("ODD-%03d,passed,passed,passed,2026-11-16,28,yes\n".formatted(i));
        }
        registrar().upload("/learners", "l.csv", bytes(learners.toString(), UTF_8, 0));
        var batch =
                registrar().upload(COURSE.awards(), "r.csv", bytes(results.toString(), UTF_8, 0));
        var confirmed =
                registrar()
                        .post(
                                batch.uri().getPath(),
                                Map.of("confirmed", "true", "minute", "<b>EB-\u202E1</b>"));
        SERVER.signAll();

        assertThat(confirmed.body()).contains(names.size() + " awards were made");
        for (var award : awards("ODD-")) {
            var name = String.valueOf(award.get("full_name"));
            var path = "/v/" + award.get("short_code");
            var page = SERVER.visitor().get(path);
            assertThat(page.body()).as(name).contains("Genuine");
            if (name.matches("(?s).*<[a-zA-Z/!].*")) {
                assertThat(page.body()).doesNotContain(name);
                assertThat(SERVER.visitor().get(path + "/certificate.pdf").statusCode())
                        .as(name)
                        .isIn(200, 422);
            }
        }
    }

    private static List<Map<String, Object>> awards(String learners) {
        return SERVER.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(
                        """
                        SELECT a.short_code, l.full_name
                        FROM award a JOIN learner l ON l.id = a.learner_id
                        WHERE starts_with(l.number, :learners)
                        """)
                .param("learners", learners)
                .query()
                .listOfRows();
    }

    @Test
    void theTablesOfTheCsvSpectrumAreReadAsTheyAreMeant() throws Exception {
        var folder = Shared.path("corpora/csv-spectrum");
        var json = SERVER.bean(JsonMapper.class);
        int read = 0;
        try (var files = Files.list(folder.resolve("csvs"))) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".csv", ".json");
                var meant = json.readTree(Files.readString(folder.resolve("json").resolve(name)));
                var table = CsvTable.read(Files.readAllBytes(file));
                assertThat(table).as(name).isInstanceOf(Decided.Accepted.class);
                var rows = ((Decided.Accepted<CsvTable>) table).value().rows();
                assertThat(rows).hasSize(meant.size());
                for (int i = 0; i < rows.size(); i++) {
                    for (var cell : meant.get(i).properties()) {
                        assertThat(
                                        rows.get(i)
                                                .cell(
                                                        cell.getKey()
                                                                .toLowerCase(
                                                                        java.util.Locale.ROOT)))
                                .isEqualTo(cell.getValue().asString().strip());
                    }
                }
                read++;
            }
        }
        System.err.println("tables of csv-spectrum read: " + read);
        assertThat(read).isGreaterThanOrEqualTo(6);
    }

    private static List<String> naughty() throws Exception {
        var array =
                SERVER.bean(JsonMapper.class)
                        .readTree(
                                Files.readString(
                                        Shared.path("corpora/naughty-strings/blns-odd.json")));
        var strings = new ArrayList<String>();
        array.forEach(one -> strings.add(one.asString()));
        return strings.stream()
                .map(one -> Normalizer.normalize(one.strip(), Normalizer.Form.NFC))
                .filter(one -> !one.isBlank() && one.length() <= 200)
                .distinct()
                .toList();
    }

    private static List<String> cells(String csv) {
        return CsvReader.builder().ofCsvRecord(csv.replaceFirst("^\uFEFF", "")).stream()
                .flatMap(row -> row.getFields().stream())
                .toList();
    }

    private static boolean computes(String cell) {
        return !cell.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(cell.charAt(0)) >= 0;
    }

    private static List<String> learners(HttpResponse<String> batch) {
        var learners = new ArrayList<String>();
        SERVER.bean(JsonMapper.class)
                .readTree(batch.body())
                .get("rows")
                .forEach(row -> learners.add(row.get("learner").asString()));
        return learners;
    }

    private static HttpResponse<String> upload(byte[] file) {
        return SERVER.visitor()
                .send(
                        SERVER.api("/api/v1" + COURSE.awards() + "/batches", TestServer.REGISTRAR)
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static TestServer.Visitor registrar() {
        return SIGNED_IN.computeIfAbsent(TestServer.REGISTRAR, SERVER::as);
    }

    private static final Map<String, TestServer.Visitor> SIGNED_IN = new java.util.HashMap<>();

    private static Arguments wrong(String name, String file, String code) {
        return wrong(name, file.getBytes(UTF_8), code);
    }

    private static Arguments wrong(String name, byte[] file, String code) {
        return Arguments.of(name, file, code);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text, Charset charset, int less) {
        var all = text.getBytes(charset);
        return java.util.Arrays.copyOf(all, all.length - less);
    }
}
