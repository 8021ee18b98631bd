package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.testing.Shared;
import eu.cairn.testing.SkippedWithoutShared;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

class EuropeanDigitalCredentialTest {

    private static final AtomicInteger CONFORMING = new AtomicInteger();

    private static final class Published {
        static final EuropeanDigitalCredentialShapes SHAPES =
                EuropeanDigitalCredentialShapes.published();
    }

    @AfterContainer
    static void count() {
        System.out.println(
                CONFORMING + " European Digital Credentials conform to the published shapes");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        var credential = Samples.credential(Samples.signer(1));

        var document = json(EuropeanCredential.write(credential, Samples.publication()));

        assertThat(accepted(EuropeanCredential.read(document))).isEqualTo(credential);
        assertThat(EuropeanCredential.publication(document)).isEqualTo(Samples.publication());
    }

    @Property(tries = 30)
    @AddLifecycleHook(SkippedWithoutShared.class)
    void everyDocumentConformsToThePublishedShapes(
            @ForAll("credentials") MicroCredential credential,
            @ForAll("publications") Publication publication) {
        var document = json(EuropeanCredential.write(credential, publication));

        assertThat(Published.SHAPES.violations(document)).isEmpty();
        assertThat(accepted(EuropeanCredential.read(document))).isEqualTo(credential);
        assertThat(EuropeanCredential.publication(document)).isEqualTo(publication);
        CONFORMING.incrementAndGet();
    }

    @Test
    void theSampleWithEveryElementConformsToThePublishedShapes() {
        Shared.path("standards/elm-3.2/shacl");
        var credential = Samples.credential(Samples.signer(1));
        var document = json(EuropeanCredential.write(credential, Samples.publication()));

        assertThat(Published.SHAPES.violations(document)).isEmpty();
    }

    @Test
    void theShapesFindWhatIsMissing() {
        Shared.path("standards/elm-3.2/shacl");
        var credential = Samples.credential(Samples.signer(1));
        var document = json(EuropeanCredential.write(credential, Publication.NONE));

        var without = Json.createObjectBuilder(document).remove("issued").build();

        assertThat(Published.SHAPES.violations(without))
                .singleElement()
                .asString()
                .contains("issued");
    }

    @Test
    void aCredentialWithoutAMandatoryElementIsNotWritten() {
        var incomplete = MicroCredentials.without(Samples.credential(Samples.signer(1)));

        assertThatThrownBy(() -> EuropeanCredential.write(incomplete, Publication.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QUALITY_ASSURANCE");
    }

    @Test
    void aDocumentThatCouldNotBeReadBackIsNotWritten() {
        var credential = Samples.credential(Samples.signer(1));
        var huge =
                new Publication(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(
                                "https://a.example/" + "x".repeat(StrictJson.MAX_BYTES - 10_000)));

        assertThatThrownBy(() -> EuropeanCredential.write(credential, huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger");
    }

    @Test
    void theFirstPageOfTheCertificateIsInside() throws IOException {
        var credential = Samples.credential(Samples.signer(1));

        var text = EuropeanCredential.write(credential, Samples.publication());

        var content =
                json(text)
                        .getValue(
                                "/displayParameter/individualDisplay/displayDetail/0/image/content");
        var png = Base64.getDecoder().decode(((JsonString) content).getString());
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isBetween(790, 800);
        assertThat(image.getHeight()).isBetween(1120, 1130);
        assertThat(text.length()).isLessThan(400_000);
        System.out.println("picture " + png.length + " bytes, document " + text.length());
    }

    @Provide
    Arbitrary<MicroCredential> credentials() {
        return MicroCredentials.any();
    }

    @Provide
    Arbitrary<Publication> publications() {
        return MicroCredentials.publications();
    }
}
