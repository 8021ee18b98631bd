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
                                    "integrity.intact",
                                    "integrity.test-seal",
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
                                    "validity.no-end")
                            .contains(code);
            if (decides && !passes && !code.endsWith(".not-reached")) {
                var check = check(Check.Kind.FORMAT, Check.Result.FAILED, code, "x");
                var verdict = Verdict.of(Optional.empty(), List.of(check), NOW);
                assertThat(VerdictWords.ENGLISH.headline(verdict)).startsWith("Not genuine: ");
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
