package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static eu.cairn.formats.credential.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OpenBadgeTest {

    @Test
    void whatIsWrittenIsReadBack() {
        var signer = Samples.signer(1);
        var credential = Samples.credential(signer);

        var document = json(Samples.signed(credential, Samples.publication(), signer));

        assertThat(accepted(OpenBadge.read(document))).isEqualTo(credential);
        assertThat(OpenBadge.publication(document)).isEqualTo(Samples.publication());
    }

    @Test
    void whatIsWrittenFollowsTheStrictSchema() throws IOException {
        var schema =
                Files.readString(
                        Shared.path(
                                "standards/open-badges-3.0/schema/ob_v3p0_achievementcredential_schema.json"));
        var signed = Samples.signed(Samples.signer(1));

        var findings =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                        .getSchema(schema)
                        .validate(signed, InputFormat.JSON);

        assertThat(findings).isEmpty();
    }

    @Test
    void aCredentialWithoutAMandatoryElementIsNotWritten() {
        var incomplete = MicroCredentials.without(Samples.credential(Samples.signer(1)));

        assertThatThrownBy(() -> OpenBadge.write(incomplete, Publication.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QUALITY_ASSURANCE");
    }

    @Test
    void aReorderedOrExtendedDocumentIsNotAsWritten() {
        var document = json(Samples.signed(Samples.signer(1)));
        var contexts = document.getJsonArray("@context");
        var extended =
                Json.createObjectBuilder(document)
                        .add(
                                "@context",
                                Json.createArrayBuilder(contexts)
                                        .add("https://www.w3.org/ns/credentials/examples/v2"))
                        .build();

        assertThat(OpenBadge.isAsWritten(document)).isTrue();
        assertThat(OpenBadge.isAsWritten(extended)).isFalse();
    }

    @Test
    void anotherOnesBadgeIsReadAsFarAsItGoes() throws IOException {
        var document =
                json(
                        Files.readString(
                                Shared.path("standards/open-badges-3.0/vectors/complete.json")));

        var credential = accepted(OpenBadge.read(document));

        assertThat(credential.title().authoritative()).isNotBlank();
        assertThat(credential.participation()).isEqualTo(Optional.empty());
        assertThat(credential.missing()).isNotEmpty();
    }

    @Property(tries = 300)
    void anythingThatIsWrittenIsReadBack(
            @ForAll("credentials") eu.cairn.credential.MicroCredential credential,
            @ForAll("publications") Publication publication) {
        var document = json(OpenBadge.write(credential, publication));

        assertThat(accepted(OpenBadge.read(document))).isEqualTo(credential);
        assertThat(OpenBadge.publication(document)).isEqualTo(publication);
        assertThat(OpenBadge.isAsWritten(document)).isTrue();
    }

    @Provide
    net.jqwik.api.Arbitrary<eu.cairn.credential.MicroCredential> credentials() {
        return MicroCredentials.any();
    }

    @Provide
    net.jqwik.api.Arbitrary<Publication> publications() {
        return MicroCredentials.publications();
    }
}
