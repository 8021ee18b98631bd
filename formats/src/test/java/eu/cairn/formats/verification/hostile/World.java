package eu.cairn.formats.verification.hostile;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.formats.credential.VerificationKey.Algorithm;
import eu.cairn.formats.credential.sdjwt.Wallet;
import eu.cairn.formats.verification.Challenge;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.SecuredDocuments;
import eu.cairn.formats.verification.SecuredDocuments.Demand;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.TrustRegistry;
import eu.cairn.formats.verification.TrustedIssuer;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.formats.verification.hostile.Specimen.Judge;
import eu.cairn.framework.Country;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fresh keys, who is known by them, and the status lists that are to be had. */
final class World {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    static final Instant ISSUED = Instant.parse("2025-06-20T08:30:00Z");

    /** An issuer that is known by its address; its keys stand in the registry. */
    static final String SITE = "https://lagoonside.example/";

    static final String WEB = "did:web:lagoonside.example";

    static final Challenge CHALLENGE = new Challenge("https://verifier.example", "n-17");

    final FreshKey issuer = FreshKey.make(Algorithm.ED25519);
    final FreshKey p256 = FreshKey.make(Algorithm.P256);
    final FreshKey p384 = FreshKey.make(Algorithm.P384);

    /** Somebody whom nobody knows. */
    final FreshKey mallory = FreshKey.make(Algorithm.ED25519);

    final FreshKey malloryOnCurve = FreshKey.make(Algorithm.P256);

    /** Another issuer that is known, and so could sign what is not its own. */
    final FreshKey neighbour = FreshKey.make(Algorithm.ED25519);

    /** Issuers whose keys others may have had, by what the registry recorded. */
    final FreshKey stolen = FreshKey.make(Algorithm.ED25519);

    final FreshKey stolenAndRecorded = FreshKey.make(Algorithm.ED25519);

    /** One that was closed in 2020, and one that was founded in 2026. */
    final FreshKey closed = FreshKey.make(Algorithm.ED25519);

    final FreshKey founded = FreshKey.make(Algorithm.ED25519);

    final Wallet wallet = Wallet.make();
    final RsaKeys rsa = RsaKeys.make();
    final Map<String, String> lists = new HashMap<>();

    private final Verifier verifier = new Verifier(new Registry(), new Lists());

    Verifier verifier() {
        return verifier;
    }

    Judge judge() {
        return document -> word(verifier.verify(document, NOW));
    }

    /** The same for what was asked of its holder: then the holder must be proven too. */
    Judge asking() {
        return document -> {
            var verdict = verifier.verify(document, NOW, CHALLENGE);
            var holder =
                    verdict.checks().stream()
                            .filter(check -> check.kind() == Check.Kind.HOLDER)
                            .findFirst()
                            .orElseThrow();
            return verdict.code().equals(Specimen.GENUINE) && holder.result() != Check.Result.PASSED
                    ? "not-genuine " + holder.code()
                    : word(verdict);
        };
    }

    /** What software is told about a presentation. */
    Judge presentations() {
        return document -> {
            var demand =
                    new Demand(
                            true,
                            new ProofDemands(
                                    Set.of(ProofDemands.AUTHENTICATION),
                                    Optional.of(CHALLENGE.audience()),
                                    Optional.of(CHALLENGE.nonce())));
            var report =
                    new SecuredDocuments()
                            .presentation(
                                    json(new String(document, StandardCharsets.UTF_8)),
                                    demand,
                                    NOW);
            return report.isAccepted() && report.proven()
                    ? Specimen.GENUINE
                    : "not-genuine " + report.refusals().getFirst().code();
        };
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> Specimen.GENUINE;
            case Verdict.AllGenuine several -> Specimen.GENUINE;
            case Verdict.NotGenuine not -> not.code() + " " + not.reason().code();
            case Verdict.CouldNotFinish open -> open.code() + " " + open.reason().code();
        };
    }

    static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static String context() {
        return Contexts.CREDENTIALS_V2;
    }

    private final class Lists implements StatusLists {
        @Override
        public Optional<String> list(String address, TrustedIssuer of) {
            return Optional.ofNullable(lists.get(address));
        }
    }

    private final class Registry implements TrustRegistry {

        private final List<TrustedIssuer> entries =
                List.of(
                        entry(
                                Set.of(
                                        issuer.controller(),
                                        p256.controller(),
                                        p384.controller(),
                                        rsa.controller()),
                                Map.of(),
                                Map.of()),
                        entry(Set.of(neighbour.controller()), Map.of(), Map.of()),
                        entry(
                                Set.of(SITE, WEB),
                                Map.of(
                                        SITE + "#key-1", IssuerKey.of(issuer.publicKey()),
                                        SITE + "#key-2", IssuerKey.of(p256.publicKey()),
                                        WEB + "#key-1", IssuerKey.of(issuer.publicKey()),
                                        SITE + "#rsa", rsa.publicKey()),
                                Map.of()),
                        entry(
                                Set.of(stolen.controller(), stolenAndRecorded.controller()),
                                Map.of(),
                                Map.of(
                                        IssuerKey.of(stolen.publicKey()), ISSUED,
                                        IssuerKey.of(stolenAndRecorded.publicKey()), ISSUED)),
                        entry(closed, LocalDate.of(2000, 1, 1), LocalDate.of(2020, 1, 1)),
                        entry(founded, LocalDate.of(2026, 1, 1), LocalDate.of(2099, 1, 1)));

        private static TrustedIssuer entry(
                Set<String> ids, Map<String, IssuerKey> keys, Map<IssuerKey, Instant> compromised) {
            return new TrustedIssuer(
                    ids,
                    "Università della Laguna",
                    new Country("IT"),
                    Optional.of("Chioggia"),
                    Optional.empty(),
                    "Register of Higher Education",
                    LocalDate.of(2000, 1, 1),
                    Optional.empty(),
                    keys,
                    compromised,
                    Optional.of(SITE + "status/"),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        private static TrustedIssuer entry(FreshKey key, LocalDate from, LocalDate until) {
            var known = entry(Set.of(key.controller()), Map.of(), Map.of());
            return new TrustedIssuer(
                    known.ids(),
                    known.legalName(),
                    known.country(),
                    known.place(),
                    known.url(),
                    known.source(),
                    from,
                    Optional.of(until),
                    known.keys(),
                    known.compromised(),
                    known.statusListPrefix(),
                    false,
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public String name() {
            return "Test registry";
        }

        @Override
        public Optional<TrustedIssuer> issuer(String id) {
            return entries.stream().filter(entry -> entry.ids().contains(id)).findFirst();
        }

        @Override
        public SigningRecord signed(String of, String credential, String signature) {
            return of.equals(stolenAndRecorded.controller())
                    ? new SigningRecord.Missing()
                    : new SigningRecord.NotKept();
        }
    }
}
