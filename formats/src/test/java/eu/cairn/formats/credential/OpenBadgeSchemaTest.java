package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.testing.Shared;
import eu.cairn.testing.SkippedWithoutShared;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

class OpenBadgeSchemaTest {

    private static final Signer SIGNER = Samples.signer(1);

    /** The published schema, read when it is first needed. */
    private static final class Published {

        static final Schema SCHEMA = schema();

        private static Schema schema() {
            try {
                return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                        .getSchema(
                                Files.readString(
                                        Shared.path(
                                                "standards/open-badges-3.0/schema/"
                                                        + "ob_v3p0_achievementcredential_schema.json")));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final Optional<StatusEntry> SUSPENSION =
            Optional.of(
                    new StatusEntry(
                            "https://lagoonside.example/status/1/suspension",
                            7,
                            Purpose.SUSPENSION));

    @Property(tries = 20)
    void bothPlacesAreReadBack(@ForAll("credentials") MicroCredential credential) {
        var both = Samples.publication().suspendedIn(SUSPENSION);

        var read = accepted(StrictJson.parse(OpenBadge.write(credential, both)));

        assertThat(OpenBadge.publication(read)).isEqualTo(both);
    }

    @Provide
    Arbitrary<MicroCredential> credentials() {
        return MicroCredentials.any();
    }

    @Provide
    Arbitrary<Publication> publications() {
        return Arbitraries.of(
                Publication.NONE,
                Samples.publication(),
                Samples.publication().suspendedIn(SUSPENSION),
                new Publication(
                        Optional.empty(),
                        Optional.of("https://lagoonside.example/verify/1"),
                        Optional.of(
                                new StatusEntry(
                                        "https://lagoonside.example/status/2",
                                        7,
                                        Purpose.SUSPENSION)),
                        Optional.of("https://lagoonside.example/newest/1")));
    }

    @Property(tries = 200)
    @AddLifecycleHook(SkippedWithoutShared.class)
    void whatIsIssuedPassesTheStrictSchemaAndLosesNoTermWhenExpanded(
            @ForAll("credentials") MicroCredential credential,
            @ForAll("publications") Publication publication) {
        var written = OpenBadge.write(credential, publication);

        // safe mode: a term that expansion would drop is refused
        var signed =
                accepted(
                        new DataIntegrity(Contexts.trusted())
                                .sign(written, SIGNER, Samples.ISSUED));

        assertThat(Published.SCHEMA.validate(signed, InputFormat.JSON)).isEmpty();
    }
}
