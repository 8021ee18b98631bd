package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page of a verdict says beside it: what a credential is worth, and the document. */
class WorthPageTest {

    private static final TestServer SERVER = TestServer.shared();

    private final TestServer.Visitor anybody = SERVER.visitor();

    private final AwardedCredential awarded = SERVER.inForce();

    @Test
    void theSecondLineIsWhatItIsWorthAlsoInTheCountryOfTheReader() {
        var address = "/v/" + awarded.shortCode();

        assertThat(anybody.get(address + "?reader=IE").body())
                .contains("ECTS", "h of learning")
                .contains(
                        "In Ireland it corresponds to National Framework of Qualifications (NFQ)");
        assertThat(anybody.get(address + "?reader=XX").body())
                .containsPattern("<p class=\"worth\"><b>[0-9.]+ ECTS · [0-9]+ h of learning");
    }

    @Test
    void whatCannotBeRightIsSaidBesideTheWorthAndCorrespondsToNothing() {
        var content = Copies.content(awarded);
        var now = Instant.now();
        var level = new Check(Check.Kind.LEVEL, Check.Result.FAILED, "level.x", List.of(), now);
        var hours = new Check(Check.Kind.WORKLOAD, Check.Result.FAILED, "w.x", List.of(), now);
        var open = new Check(Check.Kind.LEVEL, Check.Result.COULD_NOT_CHECK, "o", List.of(), now);
        var ireland = Optional.of(new Country("IE"));

        var words = PageWords.in(Locale.ENGLISH);
        var sound = WorthView.of(verdict(List.of(open), now), content, ireland, words);
        var doubtful = WorthView.of(verdict(List.of(level, hours), now), content, ireland, words);

        assertThat(sound.doubts()).isEmpty();
        assertThat(sound.there()).isNotEmpty();
        assertThat(doubtful.doubts()).containsExactly(level, hours);
        assertThat(doubtful.there()).isEmpty();
        assertThat(doubtful.isLevelDoubtful()).isTrue();
    }

    private static Verdict verdict(List<Check> checks, Instant at) {
        var format = new Check(Check.Kind.FORMAT, Check.Result.COULD_NOT_CHECK, "f", List.of(), at);
        return new Verdict.CouldNotFinish(format, Optional.empty(), checks, at);
    }

    @Test
    void aChosenCountryIsKeptWhereACodeLeadsToThePage() {
        var answer = anybody.get("/verify?code=" + awarded.shortCode() + "&reader=IE");

        assertThat(answer.headers().firstValue("location").orElse(answer.uri().toString()))
                .endsWith("/v/" + awarded.shortCode() + "?reader=IE");
    }

    @Test
    void theCountryOfTheBrowserIsTheOneUnlessAnotherIsChosen() {
        assertThat(ReaderCountry.of("", "de-AT,de;q=0.8,en-IE;q=0.5"))
                .isEqualTo(Optional.of(new Country("AT")));
        assertThat(ReaderCountry.of("FI", "de-AT")).isEqualTo(Optional.of(new Country("FI")));
        assertThat(ReaderCountry.of("", "en-US,en")).isEmpty();
        assertThat(ReaderCountry.of("", ";;;q=x")).isEmpty();
    }

    @Test
    void whatIsFoundBesideTheVerdictIsListedAndDoesNotChangeIt() {
        var report = anybody.get("/v/" + awarded.shortCode() + "/report.json").body();

        assertThat(report)
                .contains("\"verdict\": \"genuine\"", "\"format\": \"open-badges-3\"")
                .contains("\"check\": \"level\"", "\"check\": \"workload\"")
                .contains("\"check\": \"assurance\"", "\"check\": \"scope\"")
                .contains("\"check\": \"issue\"");
    }

    @Test
    void theRawDocumentIsShownEscapedAndWithItsHash() {
        var page = anybody.get("/v/" + awarded.shortCode()).body();

        assertThat(page).contains("SHA-256", "<details class=\"raw\">");
        assertThat(RawDocument.of("<b>\u202Ex\u0007".getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo(Optional.of("<b>\uFFFDx\uFFFD"));
        assertThat(RawDocument.of(new byte[] {(byte) 0xC3, 0x28}).text()).isEmpty();
        assertThat(RawDocument.of(new byte[70_000]).text()).isEmpty();
    }
}
