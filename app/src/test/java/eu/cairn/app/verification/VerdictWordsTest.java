package eu.cairn.app.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Pattern CODE =
            Pattern.compile(
                    "\"((?:format|integrity|issuer|trust|scope|status|validity|issue|completeness"
                            + "|level|workload|assurance|chain|holder)"
                            + "\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)\"");

    @Test
    void everyCodeThatACheckCanHaveHasItsWords() throws IOException {
        var used = new TreeSet<String>();
        for (var context : List.of("credential", "verification")) {
            try (var files = Files.walk(sources().resolve(context))) {
                for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    CODE.matcher(Files.readString(file))
                            .results()
                            .forEach(found -> used.add(found.group(1)));
                }
            }
        }
        used.remove("trust.file-malformed");
        assertThat(used).hasSizeGreaterThan(60);
        assertThat(VerdictWords.codes()).containsAll(used);
        for (var kind : Check.Kind.values()) {
            assertThat(VerdictWords.codes()).contains(kind.code() + ".not-reached");
            assertThat(VerdictWords.ENGLISH.label(kind)).isNotBlank();
            assertThat(VerdictWords.ENGLISH.about(kind)).isNotBlank();
        }
    }

    @Test
    void aVerdictIsNamedWithItsReason() {
        var revoked =
                check(
                        Check.Kind.STATUS,
                        Check.Result.FAILED,
                        "status.revoked",
                        "2026-03-03",
                        "awarded in error");
        var open =
                check(
                        Check.Kind.TRUST,
                        Check.Result.COULD_NOT_CHECK,
                        "trust.issuer-unknown",
                        "Università della Laguna",
                        "none");

        assertThat(
                        VerdictWords.ENGLISH.headline(
                                Verdict.of(Optional.empty(), List.of(revoked), NOW)))
                .isEqualTo("Not genuine: revoked on 3 March 2026");
        assertThat(VerdictWords.ENGLISH.headline(Verdict.of(Optional.empty(), List.of(open), NOW)))
                .isEqualTo("Could not finish checking: the issuer is not known here");
        assertThat(VerdictWords.ENGLISH.sentence(revoked))
                .isEqualTo("The issuer revoked it on 3 March 2026: awarded in error");
    }

    @Test
    void anHourIsNotCountedInThePluralAndNextToNothingIsNotNought() {
        assertThat(workload("workload.outside", "1", "0.5", "2.0"))
                .isEqualTo(
                        "1 h for 0.5 ECTS are 2.0 h a credit: outside 25 to 30 h and the country’s"
                                + " own 25 to 25 h (a source).");
        assertThat(workload("workload.below-one", "1", "60", "0.0"))
                .startsWith("1 h for 60 ECTS are less than one hour a credit: ");
    }

    private static String workload(String code, String hours, String credits, String each) {
        return VerdictWords.ENGLISH.sentence(
                check(
                        Check.Kind.WORKLOAD,
                        Check.Result.FAILED,
                        code,
                        hours,
                        credits,
                        each,
                        "25",
                        "25",
                        "a source"));
    }

    @Test
    void aLinkThatIsNotConfirmedIsSaidToBeOneOfCairnsTable() {
        var open =
                check(
                        Check.Kind.LEVEL,
                        Check.Result.COULD_NOT_CHECK,
                        "level.match-unconfirmed",
                        "MKKR",
                        "6",
                        "EQF 6",
                        "2026-03-03");

        assertThat(VerdictWords.ENGLISH.sentence(open))
                .isEqualTo(
                        "MKKR level 6 is linked to EQF 6 in Cairn’s table, as the credential says,"
                                + " on 3 March 2026; but that link has not been confirmed against"
                                + " the country’s referencing report.");
    }

    @Test
    void everyFailingOrOpenCodeHasAHeadline() {
        for (var code : VerdictWords.codes()) {
            var decides =
                    Arrays.stream(Check.Kind.values())
                            .anyMatch(kind -> kind.decides() && code.startsWith(kind.code() + "."));
            var passes =
                    List.of(
                                    "format.european-digital-credential",
                                    "format.open-badges-3",
                                    "format.elmo",
                                    "format.sd-jwt-vc",
                                    "format.open-badges-2",
                                    "format.found-inside",
                                    "format.learner-record",
                                    "format.presentation",
                                    "format.presented",
                                    "credentials.all-genuine",
                                    "integrity.intact",
                                    "integrity.test-seal",
                                    "integrity.presentation-intact",
                                    "integrity.presentation-unsealed",
                                    "integrity.time-stamp-not-trusted",
                                    "integrity.time-stamp-anonymous",
                                    "issuer.key-matches",
                                    "issuer.key-matches-stale",
                                    "issuer.jointly-signed",
                                    "issuer.jointly-named",
                                    "trust.listed",
                                    "trust.listed-demo",
                                    "trust.listed-as",
                                    "trust.signed-before-compromise",
                                    "trust.list-outdated-since",
                                    "scope.within",
                                    "scope.within-kinds",
                                    "scope.not-limited",
                                    "status.none",
                                    "status.in-force",
                                    "status.in-force-stale",
                                    "status.not-suspended",
                                    "status.not-suspended-stale",
                                    "validity.in-period",
                                    "validity.seal-in-period",
                                    "validity.no-end")
                            .contains(code);
            if (decides
                    && !passes
                    && !code.endsWith(".not-reached")
                    && !code.endsWith(".of-each")) {
                var check = check(Check.Kind.FORMAT, Check.Result.FAILED, code, "x");
                var verdict = Verdict.of(Optional.empty(), List.of(check), NOW);
                var now = code.equals("status.suspended") ? " now: " : ": ";
                assertThat(VerdictWords.ENGLISH.headline(verdict)).startsWith("Not genuine" + now);
            }
        }
    }

    private static Check check(
            Check.Kind kind, Check.Result result, String code, String... evidence) {
        return new Check(kind, result, code, List.of(evidence), NOW);
    }

    private static Path sources() {
        return Path.of(System.getProperty("cairn.root", ".."))
                .resolve("formats/src/main/java/eu/cairn/formats");
    }
}
