package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.web.Words;
import eu.cairn.credential.CredentialPart;
import eu.cairn.formats.credential.CredentialFormat;
import eu.cairn.formats.credential.OpenBadgeFormat;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One award is offered in every format, each with what it does not carry. */
class FormatsTest {

    private static final TestServer SERVER = TestServer.shared();

    private final TestServer.Visitor anybody = SERVER.visitor();

    private final AwardedCredential awarded =
            SERVER.bean(CredentialStore.class).sample(20).stream()
                    .map(one -> SERVER.bean(CredentialStore.class).byShortCode(one.shortCode()))
                    .map(one -> one.orElseThrow())
                    .filter(one -> one.revocation().isEmpty())
                    .findFirst()
                    .orElseThrow();

    @Test
    void thePageOffersEveryFormatInWords() {
        var page = anybody.get("/v/" + awarded.shortCode() + "/formats");

        for (var format : CredentialFormat.all()) {
            assertThat(page.body())
                    .contains("/v/" + awarded.shortCode() + "/formats/" + format.code())
                    .contains(Words.name("credential", "format." + format.code()))
                    .contains(Words.name("credential", "format." + format.code() + ".for"));
        }
        assertThat(page.body()).doesNotContain(">format.").doesNotContain("part.");
    }

    @Test
    void everyPartHasAName() {
        for (var part : CredentialPart.values()) {
            assertThat(Words.name("credential", "part." + part.code()))
                    .isNotEqualTo("part." + part.code());
        }
    }

    @Test
    void everyFormatIsSignedOnceAndKept() {
        for (var format : CredentialFormat.all()) {
            var address = "/v/" + awarded.shortCode() + "/formats/" + format.code();
            var first = anybody.get(address);
            var again = anybody.get(address);

            assertThat(first.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(first.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(format.mediaType());
        }
    }

    @Test
    void theAwardItselfIsTheOpenBadge() {
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/formats/open-badge-3.0").body())
                .isEqualTo(new String(awarded.signed(), StandardCharsets.UTF_8));
    }

    @Test
    void whatDoesNotExistIsNotThere() {
        assertThat(anybody.get("/v/" + awarded.shortCode() + "/formats/papyrus").statusCode())
                .isEqualTo(404);
        assertThat(anybody.get("/v/AAAA-AAAA-AA/formats").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiSaysTheSame() {
        var answer = anybody.get("/api/v1/awards/" + awarded.shortCode() + "/formats");

        assertThat(answer.body()).contains("\"code\":\"" + new OpenBadgeFormat().code() + "\"");
    }
}
