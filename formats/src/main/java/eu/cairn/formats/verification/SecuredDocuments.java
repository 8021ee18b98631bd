package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DataIntegrity.Keys;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.ProofDemands;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether credentials and presentations are well-formed, intact, and secured by whom they name (W3C
 * Verifiable Credentials Data Model 2.0, section 7.1): what software asks of software, and less
 * than a {@link Verifier} says, which also knows whom to trust.
 *
 * <p>Keys are those that names are made of. Nothing is fetched. Documents may define terms of their
 * own, as the test suites of the standard do.
 */
public final class SecuredDocuments {

    private static final int MOST_FINDINGS = 10;

    private final DataIntegrity integrity =
            DataIntegrity.admittingInlineContexts(Contexts.trusted());

    /**
     * What was found about a document.
     *
     * @param refusals every reason for which it is not taken; none if it is
     * @param warnings what stays open although it is taken
     * @param proven whether a signature covers the whole of it
     */
    public record Report(List<Refusal> refusals, List<Refusal> warnings, boolean proven) {

        public Report {
            refusals = List.copyOf(refusals);
            warnings = List.copyOf(warnings);
        }

        private static Report refused(List<Refusal> reasons) {
            return new Report(reasons.stream().limit(MOST_FINDINGS).toList(), List.of(), false);
        }

        public static Report refused(Refusal reason) {
            return refused(List.of(reason));
        }

        private static Report open(Refusal reason, Demand demand) {
            return demand.proof() ? refused(reason) : new Report(List.of(), List.of(reason), false);
        }

        public boolean isAccepted() {
            return refusals.isEmpty();
        }
    }

    /**
     * What is asked of a document.
     *
     * @param proof whether it must be secured; a signature that is there must hold in any case
     * @param of what its proof must have been made for
     */
    public record Demand(boolean proof, ProofDemands of) {}

    /** Examines a credential, with its proof inside or in an envelope. */
    public Report credential(JsonObject document, Demand demand, Instant now) {
        if (Envelope.isClaimedBy(document)) {
            return switch (Envelope.token(document)) {
                case Decided.Accepted<String>(var token) -> token(token, demand, now);
                case Decided.Refused<String> refused -> Report.refused(refused.reasons());
            };
        }
        var findings = findings(document, CredentialModel.findings(document));
        if (!findings.isEmpty()) {
            return Report.refused(findings);
        }
        if (!document.containsKey("proof")) {
            return Report.open(Refusal.of("integrity.no-proof", "proof"), demand);
        }
        return sealed(document, seal(document, demand), demand, now);
    }

    /** Examines a credential in a signed token. */
    public Report token(String token, Demand demand, Instant now) {
        return switch (SignedJwt.read(token)) {
            case Decided.Refused<SignedJwt> refused -> Report.refused(refused.reasons());
            case Decided.Accepted<SignedJwt>(var jwt) -> {
                var findings = CredentialModel.findings(jwt.credential());
                if (!findings.isEmpty()) {
                    yield Report.refused(findings);
                }
                if (demand.of().domain().isPresent()
                        || demand.of().challenge().isPresent()
                        || !demand.of().purposes().contains(ProofDemands.ASSERTION)) {
                    yield Report.refused(Refusal.of("integrity.purpose-wrong", "proof"));
                }
                var issuer = Members.id(jwt.credential(), "issuer").orElse("");
                yield sealed(jwt.credential(), jwt.verify(issuer, Optional.empty()), demand, now);
            }
        };
    }

    /** Examines a presentation and every credential in it. */
    public Report presentation(JsonObject document, Demand demand, Instant now) {
        var findings = findings(document, PresentationModel.findings(document));
        if (!findings.isEmpty()) {
            return Report.refused(findings);
        }
        var holder = Members.id(document, "holder");
        var own =
                document.containsKey("proof")
                        ? held(holder, seal(document, demand), demand, now)
                        : Report.open(Refusal.of("integrity.no-proof", "proof"), demand);
        if (!own.isAccepted()) {
            return own;
        }
        var reasons = new ArrayList<Refusal>();
        var warnings = new ArrayList<>(own.warnings());
        // what stands unsecured in a presentation that is secured would be taken for its holder's
        var ofCredentials = new Demand(demand.proof() || own.proven(), ProofDemands.OF_CREDENTIALS);
        var credentials = Members.objects(document, "verifiableCredential");
        for (int i = 0; i < credentials.size(); i++) {
            var credential = credentials.get(i);
            if (own.proven() && isSelfAsserted(credential, holder)) {
                continue;
            }
            var place = "verifiableCredential[" + i + "].";
            var report = credential(credential, ofCredentials, now);
            report.refusals().forEach(of -> reasons.add(within(place, of)));
            report.warnings().forEach(of -> warnings.add(within(place, of)));
        }
        return reasons.isEmpty()
                ? new Report(List.of(), warnings, own.proven())
                : Report.refused(reasons);
    }

    private static Refusal within(String place, Refusal of) {
        return new Refusal(of.code(), place + of.place(), of.parameters());
    }

    /** Secured by the presentation alone: then its issuer is the holder (4.13.4). */
    private static boolean isSelfAsserted(JsonObject credential, Optional<String> holder) {
        return !credential.containsKey("proof")
                && !Envelope.isClaimedBy(credential)
                && holder.isPresent()
                && holder.equals(Members.id(credential, "issuer"));
    }

    private List<Refusal> findings(JsonObject document, List<Refusal> ofModel) {
        return ofModel.isEmpty() ? integrity.undefined(document).stream().toList() : ofModel;
    }

    private Seal seal(JsonObject document, Demand demand) {
        return Seal.of(integrity.verify(document, Keys.insideTheirNames(), demand.of()));
    }

    private static Report held(Optional<String> holder, Seal seal, Demand demand, Instant now) {
        return switch (seal) {
            case Seal.Broken(var reason) -> Report.refused(reason);
            case Seal.NotChecked(var reason) -> Report.open(reason, demand);
            case Seal.Intact intact -> {
                if (holder.isPresent() && owner(holder.get(), intact) != Keyring.Owner.MATCHES) {
                    yield Report.refused(
                            Refusal.of("holder.key-not-holders", "holder", holder.get()));
                }
                yield inTime(Optional.empty(), Optional.empty(), intact, List.of(), now);
            }
        };
    }

    private static Report sealed(JsonObject document, Seal seal, Demand demand, Instant now) {
        return switch (seal) {
            case Seal.Broken(var reason) -> Report.refused(reason);
            case Seal.NotChecked(var reason) -> Report.open(reason, demand);
            case Seal.Intact intact -> {
                var issuer = Members.id(document, "issuer").orElse("");
                var owner = owner(issuer, intact);
                if (owner == Keyring.Owner.ANOTHERS) {
                    yield Report.refused(Refusal.of("issuer.key-not-issuers", "issuer", issuer));
                }
                yield inTime(
                        Members.text(document, "validFrom").flatMap(Members::instant),
                        Members.text(document, "validUntil").flatMap(Members::instant),
                        intact,
                        owner == Keyring.Owner.MATCHES
                                ? List.of()
                                : List.of(Refusal.of("issuer.key-unconfirmed", "issuer", issuer)),
                        now);
            }
        };
    }

    private static Keyring.Owner owner(String identifier, Seal.Intact seal) {
        return Keyring.owner(identifier, seal.key(), Optional.empty());
    }

    private static Report inTime(
            Optional<Instant> from,
            Optional<Instant> until,
            Seal.Intact seal,
            List<Refusal> warnings,
            Instant now) {
        var start = Stream.concat(from.stream(), seal.starts().stream()).max(Instant::compareTo);
        if (start.isPresent() && start.get().isAfter(now.plus(Judgement.SKEW))) {
            return Report.refused(Refusal.of("validity.not-yet", "validFrom", start.get()));
        }
        if (until.isPresent() && until.get().isBefore(now)) {
            return Report.refused(Refusal.of("validity.expired", "validUntil", until.get()));
        }
        if (seal.expires().isPresent() && seal.expires().get().isBefore(now)) {
            return Report.refused(
                    Refusal.of("validity.seal-expired", "proof", seal.expires().get()));
        }
        return new Report(List.of(), warnings, true);
    }
}
