package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.web.Reader;
import eu.cairn.app.web.Words;
import eu.cairn.credential.RevocationReason;
import eu.cairn.credential.SuspensionReason;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.framework.Country;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A verdict is told in the language of whoever reads it. */
class LanguagesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    /** What only those read who administer an installation or sit at its command line. */
    private static final Pattern IN_ENGLISH_ONLY =
            Pattern.compile(
                    "accreditation\\..*|kind-of-accreditation\\..*"
                            + "|verification\\.(?:list-.*|publisher-.*|report-intact"
                            + "|report-signer-unknown|not-a-report|accreditation-malformed)");

    private static final Sentences ENGLISH = new Sentences(Locale.ENGLISH);

    static Stream<Locale> languages() {
        return Reader.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasExactlyTheSentencesOfEnglish(Locale language) {
        var wanted = new TreeSet<>(ENGLISH.keys());
        wanted.removeIf(key -> IN_ENGLISH_ONLY.matcher(key).matches());
        var spoken = new TreeSet<>(new Sentences(language).keys());
        spoken.removeIf(key -> IN_ENGLISH_ONLY.matcher(key).matches());

        assertThat(spoken).isEqualTo(wanted).hasSizeGreaterThan(700);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySentenceCanBeFilledInWithWhatTheEnglishOneTells(Locale language) {
        var sentences = new Sentences(language);
        for (var key : sentences.keys()) {
            if (key.startsWith("page.pattern.") || IN_ENGLISH_ONLY.matcher(key).matches()) {
                continue; // patterns of dates; sentences with the name of a place
            }
            assertThat(arguments(sentences.plain(key)))
                    .as(key)
                    .isEqualTo(arguments(ENGLISH.plain(key)));
            assertThat(sentences.plain(key)).as(key).doesNotContain("'");
            var filled = sentences.filled(key, filling(sentences.plain(key)));
            assertThat(filled).as(key).isNotBlank().doesNotContain("{").doesNotContain("}");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyReasonForWhichACredentialEndsHasAName(Locale language) {
        for (var reason : RevocationReason.values()) {
            isNamed("revocation." + reason.code(), language);
        }
        for (var reason : SuspensionReason.values()) {
            isNamed("suspension." + reason.code(), language);
        }
        for (var why : List.of("learner-data", "result-changed", "clerical-error", "course-data")) {
            isNamed("correction." + why, language);
        }
    }

    private static void isNamed(String key, Locale language) {
        var name = Words.name("credential", key, language);
        assertThat(name).isNotEqualTo(key);
        if (!language.equals(Locale.ENGLISH)) {
            assertThat(name).isNotEqualTo(Words.name("credential", key));
        }
    }

    @Test
    void aRevocationIsToldWithItsDayAndReason() {
        var revoked =
                new Check(
                        Check.Kind.STATUS,
                        Check.Result.FAILED,
                        "status.revoked",
                        List.of("2026-03-03", "Doppelt.", "duplicate"),
                        NOW);
        var verdict = Verdict.of(Optional.empty(), List.of(revoked), NOW);

        assertThat(VerdictWords.in(Locale.GERMAN).headline(verdict))
                .isEqualTo("Nicht echt: widerrufen am 3. März 2026");
        assertThat(VerdictWords.in(Locale.GERMAN).sentence(revoked))
                .isEqualTo(
                        "Der Aussteller hat es am 3. März 2026 widerrufen (Doppelt vergeben):"
                                + " Doppelt.");
        assertThat(VerdictWords.in(Locale.FRENCH).headline(verdict)).contains("le 3 mars 2026");
        assertThat(VerdictWords.in(Locale.ITALIAN).headline(verdict)).contains("3 marzo 2026");
    }

    @Test
    void whatBecameOfASuspendedCredentialIsToldInTheLanguage() {
        var suspended =
                new Check(
                        Check.Kind.STATUS,
                        Check.Result.FAILED,
                        "status.suspended",
                        List.of("2026-03-03", "Prüfung läuft."),
                        NOW);
        var sealed =
                Stream.of(Check.Kind.INTEGRITY, Check.Kind.ISSUER, Check.Kind.TRUST)
                        .map(kind -> new Check(kind, Check.Result.PASSED, "x", List.of(), NOW));
        var content = Optional.of(Samples.credential(Samples.signer(1)));
        var body = content.get().awardingBody().legalName();
        var verdict =
                Verdict.of(content, Stream.concat(sealed, Stream.of(suspended)).toList(), NOW);

        assertThat(VerdictWords.in(Locale.GERMAN).headline(verdict))
                .isEqualTo("Derzeit nicht echt: ausgesetzt seit dem 3. März 2026");
        assertThat(ContentStanding.of(verdict, PageWords.in(Locale.GERMAN)))
                .isEqualTo(
                        body
                                + " hat ihn besiegelt. Er wurde am 3. März 2026 ausgesetzt: Was er"
                                + " sagt, gilt derzeit nicht."
                                + " Er kann wieder gelten, sobald der Aussteller ihn wieder in Kraft setzt.");
        assertThat(ContentStanding.of(verdict, PageWords.in(Locale.FRENCH)))
                .startsWith(body + " l’a scellé. Il a été suspendu le 3 mars 2026");
        assertThat(ContentStanding.of(verdict, PageWords.in(Locale.ITALIAN)))
                .startsWith(body + " l’ha sigillata. È stata sospesa in data 3 marzo 2026");
    }

    @Test
    void whoAwardedIsNamedWithWhatTheDocumentCallsThem() {
        var by = new AwardedBy("Universität A", Optional.of("Uni B"));

        assertThat(PageWords.in(Locale.ENGLISH).of(by))
                .isEqualTo("Universität A, which calls itself Uni B");
        assertThat(PageWords.in(Locale.FRENCH).of(by))
                .isEqualTo("Universität A, qui se désigne comme Uni B");
        assertThat(PageWords.in(Locale.FRENCH).of(new AwardedBy("A", Optional.empty())))
                .isEqualTo("A");
    }

    @Test
    void levelsNumbersAndCyclesInAFindingAreWrittenAsTheReaderWritesThem() {
        var german = VerdictWords.in(Locale.GERMAN);

        assertThat(
                        german.sentence(
                                new Check(
                                        Check.Kind.LEVEL,
                                        Check.Result.PASSED,
                                        "level.cycle-fits",
                                        List.of("EQF 7", "second"),
                                        NOW)))
                .isEqualTo("EQR 7 und zweiter Zyklus entsprechen einander.");
        assertThat(
                        german.sentence(
                                new Check(
                                        Check.Kind.WORKLOAD,
                                        Check.Result.PASSED,
                                        "workload.within",
                                        List.of("137.5", "5.0", "27.5", "25", "30", "ECTS"),
                                        NOW)))
                .startsWith("137,5 h für 5,0 ECTS-Leistungspunkte, 27,5 h je Punkt");
    }

    @Test
    void countriesLanguagesAndDaysAreNamedAsTheReaderNamesThem() {
        var french = PageWords.in(Locale.FRENCH);
        var italian = PageWords.in(Locale.ITALIAN);

        assertThat(french.of(new Country("DE"))).isEqualTo("Allemagne");
        assertThat(french.of(new EqfLevel(6))).isEqualTo("CEC 6");
        assertThat(italian.of(new Language("de"))).isEqualTo("tedesco");
        assertThat(italian.of(LocalDate.parse("2026-05-01"))).isEqualTo("1 maggio 2026");
    }

    @Test
    void theLanguageIsTheOneChosenElseTheOneTheBrowserWantsMostElseEnglish() {
        assertThat(Reader.of("it", "de")).isEqualTo(new Reader(Locale.ITALIAN, true));
        assertThat(Reader.of("xx", "de-AT")).isEqualTo(new Reader(Locale.GERMAN, false));
        assertThat(Reader.of("", "en;q=0.5, fr-CH;q=0.9, pl").language()).isEqualTo(Locale.FRENCH);
        assertThat(Reader.of("", "fi, *;q=0.1")).isEqualTo(Reader.ENGLISH);
        assertThat(Reader.of("", "de;q=x,,")).isEqualTo(Reader.ENGLISH);
        assertThat(Reader.of("de", "").address("/verify?code=1"))
                .isEqualTo("/verify?code=1&lang=de");
        assertThat(Reader.of("", "de").address("/verify")).isEqualTo("/verify");
    }

    private static List<String> arguments(String sentence) {
        return ARGUMENT.matcher(sentence)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    /** A number where the sentence counts, else a word. */
    private static Object[] filling(String sentence) {
        var formats = new MessageFormat(sentence, Locale.ENGLISH).getFormatsByArgumentIndex();
        return Arrays.stream(formats).map(format -> format == null ? "x" : (Object) 2).toArray();
    }
}
