package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.verification.Batch.Content;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.verification.Answer;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    @Test
    void eachFileOfAnArchiveIsAnItemWhateverItIsCalled() throws IOException {
        var archive =
                zip(
                        Map.of(
                                "../../etc/passwd", bytes("a"),
                                "a\u202Eb\u0007.json", bytes("b"),
                                "folder/", new byte[0],
                                "__MACOSX/x", bytes("c")));

        assertThat(items(archive))
                .containsExactly("../../etc/passwd: 1 bytes", "a\uFFFDb\uFFFD.json: 1 bytes");
    }

    @Test
    void anArchiveInAnArchiveIsNotOpenedAndTheOthersAreLookedAt() throws IOException {
        var inner = zip(Map.of("x", bytes("x")));

        assertThat(items(zip(Map.of("1.zip", inner, "2.json", bytes("{}")))))
                .containsExactly("1.zip: verification.archive-in-archive", "2.json: 2 bytes");
    }

    @Test
    void aBombStopsWhereItsBoundsAre() throws IOException {
        var dense = new byte[BatchArchive.MAX_ITEM_BYTES];
        var bomb = zip(Map.of("1", dense, "2", dense, "3", bytes("x")));
        var start = System.nanoTime();

        assertThat(items(bomb))
                .containsExactly(
                        "1: verification.batch-too-large", ": verification.batch-too-large");
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(1000);
    }

    @Test
    void whatIsPassedOverIsCountedToo() throws IOException {
        var dense = new byte[3 << 20];
        var bomb = zip(Map.of("__MACOSX/1", dense, "a/.DS_Store", dense, "z", bytes("x")));
        var many = new TreeMap<String, byte[]>();
        for (int i = 0; i <= BatchArchive.MAX_ENTRIES; i++) {
            many.put("%05d/".formatted(i), new byte[0]);
        }

        assertThat(items(bomb)).containsExactly(": verification.batch-too-large");
        assertThat(items(zip(many))).containsExactly(": verification.batch-too-many");
    }

    @Test
    void aFileIsTakenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        var random = new byte[4 << 20];
        new Random(1).nextBytes(random);
        var archive = zip(Map.of("1", random, "2", random, "3", random));
        var table = "link\n" + "x\n".repeat(Batch.MAX_BYTES / 2);

        var taken =
                BatchFiles.of(List.of(Files.write(folder.resolve("a.zip"), archive).toString()));
        var refused =
                BatchFiles.of(
                        List.of(Files.writeString(folder.resolve("a.csv"), table).toString()));

        assertThat(taken.items())
                .hasSize(3)
                .allMatch(item -> item.content() instanceof Content.Bytes);
        assertThat(refused.items()).hasSize(1);
        assertThat(refused.items().getFirst().content())
                .isEqualTo(new Content.Refused(Refusal.of("request.too-large", "file")));
    }

    @Test
    void noMoreItemsAreTakenThanABatchMayHave() throws IOException {
        var many = new TreeMap<String, byte[]>();
        for (int i = 0; i <= Batch.MAX_ITEMS; i++) {
            many.put("%04d".formatted(i), bytes("x"));
        }

        assertThat(items(zip(many)))
                .hasSize(Batch.MAX_ITEMS + 1)
                .endsWith("0500: verification.batch-too-many");
        assertThat(items(bytes("code\n" + "x\n".repeat(Batch.MAX_ITEMS + 5))))
                .hasSize(Batch.MAX_ITEMS + 1)
                .endsWith("line 502: verification.batch-too-many");
    }

    @Test
    void whatIsWholeOfADamagedArchiveIsLookedAt() throws IOException {
        var whole = zip(Map.of("1.json", bytes("{}"), "2.json", bytes("{\"a\": 1234567890}")));

        assertThat(items(Arrays.copyOf(whole, 70)))
                .startsWith("1.json: 2 bytes")
                .endsWith(": verification.archive-damaged");
        assertThat(refusal(bytes("PK\u0005\u0006" + "\0".repeat(18))))
                .isEqualTo("verification.batch-empty");
    }

    @Test
    void aTableHasALinkACodeOrATokenInEachRow() {
        assertThat(
                        items(
                                bytes(
                                        "name,Link\nA,https://a.example/1\n\"B,\nC\",7K4P-9QXD-2M\nD,\nE\n")))
                .containsExactly(
                        "line 2: https://a.example/1",
                        "line 3: 7K4P-9QXD-2M",
                        "line 5: verification.row-empty",
                        "line 6: verification.row-empty");
        assertThat(items(bytes("\uFEFFcode;x\r\nAAA;1\r\n"))).containsExactly("line 2: AAA");
        assertThat(items(bytes("A\thttps://a.example/1\n")))
                .containsExactly("line 1: https://a.example/1");
        assertThat(refusal(bytes("link\n"))).isEqualTo("verification.batch-empty");
        assertThat(refusal(new byte[0])).isEqualTo("verification.nothing-given");
        assertThat(items(bytes("link\n\"never ended\n"))).isNotEmpty();
    }

    @Test
    void anyOtherFileIsOneItem() {
        assertThat(items(bytes("{\"a\": 1}"))).containsExactly("a file: 8 bytes");
        assertThat(items(bytes("%PDF-1.7"))).containsExactly("a file: 8 bytes");
    }

    @Test
    void aFormulaInATableIsNoneForATableProgram() {
        var result =
                new BatchVerification.Result(
                        "=HYPERLINK(1)",
                        new BatchVerification.Outcome.NotChecked(
                                eu.cairn.framework.Refusal.of("verification.row-empty", "")));
        var report = new BatchReport(List.of(result));

        assertThat(report.csv()).contains("'=HYPERLINK(1),not-checked,verification.row-empty");
        assertThat(report.json()).contains("\"not-checked\": 1");
    }

    @Test
    void whatWasRevokedIsStillNamedAndWhatNeverWasGenuineIsNot() {
        assertThat(BatchReport.title(revoked(Check.Result.PASSED))).isNotEmpty();
        var report = new BatchReport(List.of(revoked(Check.Result.PASSED)));
        assertThat(report.awardedBy(report.results().getFirst())).isNotEmpty();
        assertThat(BatchReport.title(revoked(Check.Result.FAILED))).isEmpty();
    }

    /** A credential whose place in the list of status is set, with this result of its seal. */
    private static BatchVerification.Result revoked(Check.Result seal) {
        var checks =
                List.of(
                        new Check(Check.Kind.INTEGRITY, seal, "seal", List.of(), Samples.NOW),
                        new Check(
                                Check.Kind.STATUS,
                                Check.Result.FAILED,
                                "status.revoked",
                                List.of(),
                                Samples.NOW));
        var verdict =
                new Verdict.NotGenuine(
                        checks.getLast(),
                        Optional.of(Samples.credential(Samples.signer(1))),
                        checks,
                        Samples.NOW);
        return new BatchVerification.Result(
                "one",
                new BatchVerification.Outcome.Checked(new Answer(verdict, Optional.empty())));
    }

    private static List<String> items(byte[] file) {
        if (!(Batch.read(file, "a file") instanceof Decided.Accepted<Batch>(var batch))) {
            throw new AssertionError("refused: " + refusal(file));
        }
        var shown = new ArrayList<String>();
        for (var item : batch.items()) {
            shown.add(
                    item.name()
                            + ": "
                            + switch (item.content()) {
                                case Content.Bytes bytes -> bytes.bytes().length + " bytes";
                                case Content.Text(var text) -> text;
                                case Content.Refused(var reason) -> reason.code();
                            });
        }
        return shown;
    }

    private static String refusal(byte[] file) {
        return ((Decided.Refused<Batch>) Batch.read(file, "a file")).reasons().getFirst().code();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
