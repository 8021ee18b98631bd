package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.formats.credential.QrCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What anybody can have verified without an account, and in which ways. */
class PublicVerificationTest {

    private static final TestServer SERVER = TestServer.shared();

    private static String code = "";
    private static String document = "";

    @BeforeAll
    static void aCredentialInForce() {
        SERVER.signAll();
        code =
                SERVER.bean(JdbcClient.class)
                        .sql(
                                """
                                SELECT short_code FROM award
                                WHERE revoked_at IS NULL ORDER BY id LIMIT 1
                                """)
                        .query(String.class)
                        .single();
        document = SERVER.visitor().get("/v/" + code + "/credential.json").body();
    }

    @Test
    void aLinkOfACareerPortalLeadsToTheCredential() {
        for (var query :
                new String[] {
                    "link=" + SERVER.base() + "/v/" + code,
                    "link=" + SERVER.base() + "/v/" + code + "/credential.json",
                    "code=" + SERVER.base() + "/v/" + code,
                    "code=" + code
                }) {
            var answer = SERVER.visitor().get("/verify?" + query);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.uri().getPath()).isEqualTo("/v/" + code);
            assertThat(answer.body()).contains("Genuine");
        }
    }

    @Test
    void aLinkThatIsNotFollowedSaysWhatToDoInstead() {
        var answer = SERVER.visitor().get("/verify?link=https://badges.uni.edu/1");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("verification.link-not-followed", "Download the credential there");
        assertThat(SERVER.visitor().get("/verify?link=no+link").body())
                .contains("verification.code-mistyped");
    }

    @Test
    void aPhotoOfTheCodeOnACertificateLeadsToTheCredential() throws IOException {
        var answer = SERVER.visitor().upload("/verify", "photo.jpg", photo());

        assertThat(answer.uri().getPath()).isEqualTo("/v/" + code);
        assertThat(api("/api/v1/verifications", photo()).body()).contains("\"genuine\"");
    }

    @Test
    void theSameCredentialTwiceInAnArchiveIsSaidToBeTheSame() throws IOException {
        var bytes = document.getBytes(StandardCharsets.UTF_8);
        var archive = zip(Map.of("a.json", bytes, "b.json", bytes));

        assertThat(SERVER.visitor().upload("/verify/batch", "some.zip", archive).body())
                .containsOnlyOnce("The same credential as ");
    }

    @Test
    void eachItemOfAnArchiveHasItsOwnVerdict() throws IOException {
        var archive =
                zip(
                        Map.of(
                                "a.json", document.getBytes(StandardCharsets.UTF_8),
                                "b.json",
                                        document.replace("\"achievement\"", "\"achievment\"")
                                                .getBytes(StandardCharsets.UTF_8),
                                "c.txt", "nonsense".getBytes(StandardCharsets.UTF_8),
                                "d.jpg", photo(),
                                "e.zip", zip(Map.of("x", new byte[] {1}))));

        var report = json(api("/api/v1/verifications/batch", archive));
        var page = SERVER.visitor().upload("/verify/batch", "many.zip", archive);

        assertThat(report.get("totals").get("genuine").asInt()).isEqualTo(2);
        assertThat(report.get("totals").get("not-genuine").asInt()).isEqualTo(1);
        assertThat(report.get("totals").get("could-not-finish").asInt()).isEqualTo(1);
        assertThat(report.get("totals").get("not-checked").asInt()).isEqualTo(1);
        assertThat(report.get("items").get(0).get("report").get("checks").isEmpty()).isFalse();
        assertThat(report.get("items").get(4).get("error").get("code").asString())
                .isEqualTo("verification.archive-in-archive");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "2 of 5 credentials are genuine",
                        "verification.archive-in-archive",
                        "download=\"verification.csv\" href=\"data:text/csv;base64,",
                        "download=\"verification.json\" href=\"data:application/json;base64,");
    }

    @Test
    void eachRowOfATableHasItsOwnVerdict() {
        var table =
                "learner,link\nA,%s/v/%s\nB,%s\nC,2222-2222-22\nD,https://badges.uni.edu/1\n"
                        .formatted(SERVER.base(), code, code);

        var report =
                json(api("/api/v1/verifications/batch", table.getBytes(StandardCharsets.UTF_8)));

        assertThat(report.get("totals").get("genuine").asInt()).isEqualTo(2);
        assertThat(report.get("totals").get("not-checked").asInt()).isEqualTo(2);
        assertThat(report.get("items").get(0).get("name").asString()).isEqualTo("line 2");
    }

    @Test
    void aFileWithNothingInItIsRefused() {
        assertThat(api("/api/v1/verifications/batch", new byte[0]).statusCode()).isEqualTo(422);
        assertThat(SERVER.visitor().upload("/verify/batch", "empty.csv", new byte[0]))
                .matches(answer -> answer.statusCode() == 422)
                .matches(answer -> answer.body().contains("verification.nothing-given"));
    }

    @Test
    void aTableThatIsTooLargeIsRefusedWhole() {
        var table = "link\n" + "x\n".repeat(Batch.MAX_BYTES / 2);

        assertThat(
                        api("/api/v1/verifications/batch", table.getBytes(StandardCharsets.UTF_8))
                                .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aBodyWithNothingInItIsRefusedHoweverItIsEmpty() {
        for (var path : new String[] {"/api/v1/verifications", "/api/v1/verifications/report"}) {
            for (var nothing : new String[] {"", " \r\n", " ".repeat(10_000)}) {
                var answer = api(path, nothing.getBytes(StandardCharsets.UTF_8));

                assertThat(answer.statusCode()).isEqualTo(422);
                assertThat(answer.body()).contains("verification.nothing-given");
            }
        }
    }

    @Test
    void aPackedBodyIsRefusedWithWhatIsTakenInstead() {
        for (var path : new String[] {"", "/report", "/batch"}) {
            var answer =
                    SERVER.visitor()
                            .send(
                                    SERVER.api("/api/v1/verifications" + path, "")
                                            .header("Content-Encoding", "gzip")
                                            .POST(BodyPublishers.ofString(document)));

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("Accept-Encoding")).hasValue("identity");
            assertThat(answer.body()).contains("request.encoded");
        }
    }

    @Test
    void theMarkThatEditorsPutBeforeATextChangesNothing() {
        var marked = ("\uFEFF" + document).getBytes(StandardCharsets.UTF_8);

        assertThat(json(api("/api/v1/verifications", marked)).get("verdict").asString())
                .isEqualTo("genuine");
    }

    @Test
    void whatIsTooLargeIsToldTheLimitOfItsKind() {
        var pdf = Arrays.copyOf("%PDF-1.7".getBytes(StandardCharsets.UTF_8), (10 << 20) + 1);
        var svg = "<svg" + " ".repeat(3 << 20) + "/>";
        var json = "{" + " ".repeat(1 << 20) + "}";

        assertThat(sentence(pdf)).contains("than the 10 MB");
        assertThat(sentence(svg.getBytes(StandardCharsets.UTF_8))).contains("than the 3 MB");
        assertThat(sentence(json.getBytes(StandardCharsets.UTF_8))).contains("than the 1 MB");
    }

    private static String sentence(byte[] document) {
        var check = json(api("/api/v1/verifications", document)).get("checks").get(0);
        assertThat(check.get("code").asString()).isEqualTo("format.too-large");
        return check.get("text").asString();
    }

    private static HttpResponse<String> api(String path, byte[] body) {
        return SERVER.visitor()
                .send(
                        SERVER.api(path, "")
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static byte[] photo() throws IOException {
        var qr = QrCode.of(SERVER.base() + "/v/" + code).png();
        var picture = ImageIO.read(new ByteArrayInputStream(qr));
        var image = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 900);
        pen.drawImage(picture, 250, 100, 640, 640, null);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : files.keySet().stream().sorted().toList()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(files.getOrDefault(name, new byte[0]));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
