package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.formats.credential.Publication.StatusEntry;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a verifier with saved lists asks of those who have the others. */
class KeptStatusListsTest {

    private static final StatusEntry REVOCATION =
            new StatusEntry("https://a.example/status/a/1", 5, Purpose.REVOCATION);

    private static final TrustedIssuer ISSUER =
            new TrustedIssuer(
                    Set.of("did:web:a.example"),
                    "A",
                    new Country("IT"),
                    Optional.empty(),
                    Optional.empty(),
                    "Register",
                    LocalDate.of(2000, 1, 1),
                    Optional.empty(),
                    Map.of(),
                    Optional.of("https://a.example/status/a/"),
                    false);

    @Test
    void aCredentialWithOnePlaceIsLookedUpAmongTheSuspendedToo() throws IOException {
        var place = new StatusEntry(REVOCATION.list() + "/suspension", 5, Purpose.SUSPENSION);
        var others =
                new StatusLists() {
                    @Override
                    public Optional<String> list(String address, TrustedIssuer issuer) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<StatusEntry> suspension(
                            StatusEntry revocation, TrustedIssuer issuer) {
                        return Optional.of(place);
                    }
                };
        var kept = KeptStatusLists.read(List.of(), others);

        assertThat(
                        ((Decided.Accepted<KeptStatusLists>) kept)
                                .value()
                                .suspension(REVOCATION, ISSUER))
                .contains(place);
    }
}
