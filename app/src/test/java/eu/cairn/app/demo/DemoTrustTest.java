package eu.cairn.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What others say of the demo's universities is found, and where nobody says anything, that is. */
class DemoTrustTest {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void aCredentialLeadsOverTwoAccreditationsToAListedAuthority() {
        assertThat(codes("kallavesi"))
                .containsSubsequence("chain.link", "chain.link", "chain.anchored")
                .contains("assurance.issuer-valid");
        assertThat(codes("borgofiume")).containsSubsequence("chain.link", "chain.anchored");
    }

    @Test
    void theDecisionThatACredentialNamesIsFoundWhereItWasMade() {
        assertThat(codes("borgofiume")).contains("assurance.course-valid-internal");
    }

    @Test
    void whatNobodySaysIsShownAsUnknownAndWhatEndedAsEnded() {
        assertThat(codes("lough-ree")).contains("chain.not-at-hand", "assurance.issuer-expired");
    }

    /** The codes of the checks on a credential of the demo's learner. */
    private static List<String> codes(String organisation) {
        var accounts = SERVER.bean(AccountStore.class);
        var id = accounts.organisation(organisation).orElseThrow().id();
        var code =
                SERVER
                        .bean(CredentialStore.class)
                        .heldBy(accounts.person(TestServer.LEARNER).orElseThrow())
                        .stream()
                        .filter(held -> held.organisation().equals(id))
                        .filter(held -> held.revocation().isEmpty())
                        .map(AwardedCredential::shortCode)
                        .findFirst()
                        .orElseThrow();
        var report = SERVER.visitor().get("/v/" + code + "/report.json").body();
        return JsonMapper.shared()
                .readTree(report)
                .get("checks")
                .valueStream()
                .map(check -> check.get("code").asString())
                .toList();
    }
}
