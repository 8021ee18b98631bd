package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.multibase.Multibase;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatusListTest {

    private static final String ADDRESS = "https://a.example/status/1";

    @Property(tries = 30)
    void exactlyThePlacesThatWereSetAreSetAfterReading(
            @ForAll @Size(max = 50) java.util.Set<@IntRange(max = 131_071) Integer> places) {
        var set = new BitSet();
        places.forEach(set::set);

        var written =
                StatusList.of(Purpose.REVOCATION, set)
                        .write(ADDRESS, "did:example:a", Samples.ISSUED, Duration.ofMinutes(15));

        assertThat(accepted(StatusList.read(json(written))).set()).isEqualTo(set);
    }

    @Test
    void aPlaceOutsideOfTheListHasNoAnswer() {
        var list = StatusList.of(Purpose.REVOCATION, new BitSet());

        assertThat(list.isSet(131_071)).isEqualTo(Optional.of(false));
        assertThat(list.isSet(131_072)).isEmpty();
        assertThat(list.isSet(-1)).isEmpty();
    }

    @Test
    void aShortListIsRefused() {
        assertThatThrownBy(() -> new StatusList(Purpose.REVOCATION, 1024, new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(StatusList.read(json(listOf(new byte[128]))).reasons())
                .extracting("code")
                .containsExactly("status.list-length");
    }

    @Test
    void aBombIsNotUnpacked() {
        assertThat(StatusList.read(json(listOf(new byte[50_000_000]))).reasons())
                .extracting("code")
                .containsExactly("status.list-length");
    }

    @Test
    void aPublishedListIsRead() throws IOException {
        var text =
                Files.readString(
                        Shared.path("standards/open-badges-3.0/vectors/bit-string-list/testlist"));

        var list = accepted(StatusList.read(json(text)));

        assertThat(list.isSet(23)).isEqualTo(Optional.of(true));
        assertThat(list.set().cardinality()).isEqualTo(1);
    }

    @Test
    void aSignedListIsIntact() {
        var signer = Samples.signer(1);
        var written =
                StatusList.of(Purpose.SUSPENSION, new BitSet())
                        .write(ADDRESS, signer.controller(), Samples.ISSUED, Duration.ofHours(1));
        var integrity = new DataIntegrity(Contexts.trusted());

        var signed = accepted(integrity.sign(written, signer, Samples.ISSUED));

        assertThat(integrity.verify(json(signed), DataIntegrity.Keys.insideTheirNames()))
                .isInstanceOf(DataIntegrity.Proven.Intact.class);
    }

    private static String listOf(byte[] bits) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return Json.createObjectBuilder()
                .add("type", Json.createArrayBuilder().add("BitstringStatusListCredential"))
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", "revocation")
                                .add(
                                        "encodedList",
                                        Multibase.BASE_64_URL.encode(packed.toByteArray())))
                .build()
                .toString();
    }
}
