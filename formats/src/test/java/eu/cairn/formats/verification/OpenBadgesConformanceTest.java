package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every expectation of the 1EdTech public validator (1.11.0), Open Badges 3.0 and 2.0, against our
 * verifier: the same outcome, and where a probe is named, a finding of the same subject. Where that
 * cannot be, the row stands in {@link #OTHERWISE} with the answer that is given here and the
 * reason.
 */
class OpenBadgesConformanceTest {

    /**
     * What a probe of the public validator looks at, as our checks name it.
     *
     * @param kind the kind of check
     * @param codes the codes of findings, as a pattern
     * @param place where the finding must lie, as a pattern
     */
    private record Subject(Kind kind, String codes, String place) {

        boolean isOf(Check check) {
            return check.kind() == kind
                    && check.result() != Result.PASSED
                    && check.result() != Result.DOES_NOT_APPLY
                    && check.code().matches(codes)
                    && (place.isEmpty()
                            || check.evidence().stream().anyMatch(of -> of.matches(place)));
        }
    }

    private static final Map<String, Subject> PROBES =
            Map.of(
                    "TypePropertyProbe",
                    new Subject(
                            Kind.FORMAT, "format\\.((class|type)-wrong|reference-relative)", ""),
                    "ContextPropertyProbe",
                    new Subject(Kind.FORMAT, "format\\.context-.*", ""),
                    "JsonSchemaProbe",
                    new Subject(Kind.FORMAT, "format\\..*", ""),
                    "CredentialSubjectProbe",
                    new Subject(Kind.FORMAT, "format\\.class-wrong", "credentialSubject.*"),
                    "EvidenceProbe",
                    new Subject(Kind.FORMAT, "format\\.class-wrong", "evidence.*"),
                    "IssuerProbe",
                    new Subject(Kind.FORMAT, "format\\.class-wrong", "issuer.*"),
                    "EmbeddedProofProbe",
                    new Subject(Kind.INTEGRITY, "integrity\\..*", ""),
                    "ExpirationProbe",
                    new Subject(Kind.VALIDITY, "validity\\.expired", ""),
                    "IssuanceProbe",
                    new Subject(Kind.VALIDITY, "validity\\.not-yet", ""),
                    "BitstringStatusListProbe",
                    new Subject(Kind.STATUS, "status\\..*", ""));

    private static final String HOSTED =
            "the publisher's test loads what the assertion refers to; here nothing is fetched";
    private static final String NO_AWARD =
            "a well-formed description of a badge or issuer is no credential: nothing to call genuine";
    private static final String KEY_UNKNOWN =
            "a key that cannot be found proves nothing either way: left open, never genuine";
    private static final String OTHER_ADDRESS =
            "the list states another address than the one it is asked for under: not relied on";

    /** Rows with another answer here, and why. */
    private static final Map<String, String[]> OTHERWISE = otherwise();

    private static Map<String, String[]> otherwise() {
        var rows = new HashMap<String, String[]>();
        for (var file :
                List.of(
                        "basic-assertion.json",
                        "simple-badge.png",
                        "basic-assertion-no-public-key.json",
                        "basic-assertion-with-allowed-origins.json",
                        "basic-assertion-with-allowed-origins-valid-starts-with.json",
                        "basic-assertion-with-allowed-origins-valid-multiple-starts-with.json",
                        "basic-assertion-with-language.json",
                        "assertion-with-extension-node-basic.json",
                        "assertion-with-multiple-extensions.json",
                        "assertion-with-extension-node-invalid.json",
                        "warning-with-redirection.json",
                        "warning-issuer-non-http.json",
                        "simple.jwt",
                        "simple-not-revoked.jwt",
                        "simple-revoked.jwt")) {
            rows.put(
                    "ob20/" + file,
                    new String[] {"could-not-finish format.badge-elsewhere", HOSTED});
        }
        rows.put(
                "ob20/assertion-with-endorsements.json",
                new String[] {"could-not-finish integrity.hosted", HOSTED});
        for (var file :
                List.of(
                        "assets/badgeclass1.json",
                        "assets/badge-with-data-image.json",
                        "assets/badgeclass-with-complex-image.json",
                        "issuer-compact-iri-validation.json")) {
            rows.put("ob20/" + file, new String[] {"could-not-finish format.badge-part", NO_AWARD});
        }
        for (var end : List.of("", "-unknown-scheme", "-unknown-did-method")) {
            rows.put(
                    "ob30/simple-err-proof-method" + end + ".json",
                    new String[] {"could-not-finish integrity.key-unknown", KEY_UNKNOWN});
        }
        for (var end : List.of("", "-blank-nodes")) {
            rows.put(
                    "ob30/bit-string-list/credential-status-revoked" + end + ".json",
                    new String[] {
                        "could-not-finish status.list-of-another-address", OTHER_ADDRESS
                    });
        }
        rows.put(
                "ob30/sd/derivedcredential.json",
                new String[] {
                    "could-not-finish integrity.suite-not-supported",
                    "ecdsa-sd-2023 has no maintained library for the JVM"
                });
        return rows;
    }

    @Test
    void everyExpectationIsMetOrItsDifferenceExplained() throws IOException {
        var verifier = new Verifier(knowingEverybody(), lists());
        var counts = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        var unused = new TreeSet<>(OTHERWISE.keySet());
        int rows = 0;
        for (var row : rows()) {
            rows++;
            var verdict = verifier.verify(Files.readAllBytes(file(row[1])), Samples.NOW);
            var reason = VerifierTest.reason(verdict);
            var different = Optional.ofNullable(OTHERWISE.get(row[1]));
            unused.remove(row[1]);
            var same = isSame(row[2], verdict) && isReported(row[3], verdict);
            var kind =
                    row[0]
                            + (different.isPresent()
                                    ? " otherwise, explained"
                                    : row[2].equals("probe only") ? " probe only" : " the same");
            counts.merge(kind, 1, Integer::sum);
            System.out.printf(
                    "%s %-70s %-16s %-26s %s %s%n",
                    row[0],
                    row[1],
                    row[2],
                    row[3],
                    reason,
                    different.map(of -> "(" + of[1] + ")").orElse(""));
            if (different.isPresent()
                    ? !reason.equals(different.get()[0])
                    : !same && !row[2].equals("probe only")) {
                wrong.add(row[1] + ": " + reason + " " + verdict.checks());
            }
        }
        System.out.printf("1EdTech public validator: %d rows, %s%n", rows, counts);

        assertThat(wrong).isEmpty();
        assertThat(unused).isEmpty();
        assertThat(rows).isEqualTo(67);
    }

    private static boolean isSame(String expected, Verdict verdict) {
        return switch (expected) {
            case "valid", "warning", "valid warning" -> verdict instanceof Verdict.Genuine;
            case "invalid", "invalid warning" -> verdict instanceof Verdict.NotGenuine;
            case "probe only" -> true;
            default -> throw new AssertionError(expected);
        };
    }

    private static boolean isReported(String probe, Verdict verdict) {
        return probe.isEmpty()
                || Optional.ofNullable(PROBES.get(probe))
                        .filter(subject -> verdict.checks().stream().anyMatch(subject::isOf))
                        .isPresent();
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Shared.path("standards/open-badges-3.0/EXPECTED.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Path file(String name) {
        return Shared.path(
                name.startsWith("ob30/")
                        ? name.replaceFirst("ob30/", "standards/open-badges-3.0/vectors/")
                        : name.replaceFirst("ob20/", "standards/open-badges-2.0/"));
    }

    /** The list that the revoked vectors name, under the address they name it by. */
    private static StatusLists lists() {
        return (address, issuer) -> {
            try {
                return address.endsWith("/bit-string-list/testlist")
                        ? Optional.of(Files.readString(file("ob30/bit-string-list/testlist")))
                        : Optional.empty();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
    }

    /** Everybody is known, and has every key that any of the vectors was signed with. */
    private static TrustRegistry knowingEverybody() throws IOException {
        var keys = new HashMap<String, IssuerKey>();
        var multikey = Pattern.compile("z6Mk[1-9A-HJ-NP-Za-km-z]{44}");
        var token = Pattern.compile("eyJ[A-Za-z0-9_-]+(?=\\.)");
        for (var row : rows()) {
            var text = new String(Files.readAllBytes(file(row[1])), StandardCharsets.ISO_8859_1);
            multikey.matcher(text)
                    .results()
                    .forEach(
                            found ->
                                    DidKey.fromMultikey(found.group())
                                            .map(IssuerKey::of)
                                            .ifPresent(key -> keys.put(found.group(), key)));
            token.matcher(text).results().forEach(found -> jwk(found.group(), keys));
        }
        return new TrustRegistry() {
            @Override
            public String name() {
                return "everybody";
            }

            @Override
            public Optional<TrustedIssuer> issuer(String id) {
                return id.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Registries.issuer(Set.of(id), keys));
            }
        };
    }

    private static void jwk(String header, Map<String, IssuerKey> keys) {
        if (StrictJson.parse(Base64.getUrlDecoder().decode(header))
                        instanceof Decided.Accepted<JsonObject>(var json)
                && json.get("jwk") instanceof JsonObject jwk) {
            IssuerKey.ofJwk(jwk.toString()).ifPresent(key -> keys.put(key.thumbprint(), key));
        }
    }
}
