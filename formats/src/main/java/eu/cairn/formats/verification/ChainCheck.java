package eu.cairn.formats.verification;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks from a credential to the approval that it rests on, from that to who accredited its issuer,
 * and so on to a body that the registry lists for accrediting. Only what is at hand is looked at;
 * nothing is fetched.
 *
 * <p>Each link is verified by itself: its seal by the keys of who issued it, its time by the day of
 * the award, its levels by that of the award.
 */
final class ChainCheck {

    /** The kind of credential that a list names for those who may accredit. */
    static final String ACCREDITATION = "accreditation";

    /** A chain of more links is not followed to its end. */
    static final int MOST_LINKS = 5;

    private final TrustRegistry registry;
    private final Checks checks;
    private final LocalDate day;
    private final Optional<EqfLevel> level;

    ChainCheck(TrustRegistry registry, MicroCredential credential, Checks checks) {
        this.registry = registry;
        this.checks = checks;
        this.day = credential.dayOfAward();
        this.level = credential.level().flatMap(Level::eqf);
    }

    void check(MicroCredential credential, String issuer) {
        var starts = new LinkedHashSet<String>();
        credential.qualityAssurance().stream()
                .map(QualityAssurance::decision)
                .flatMap(Optional::stream)
                .forEach(starts::add);
        credential.course().map(CourseReference::url).ifPresent(starts::add);
        starts.add(issuer);
        var first =
                starts.stream()
                        .map(registry::accreditations)
                        .filter(found -> !found.isEmpty())
                        .findFirst();
        if (first.isEmpty()) {
            checks.add(Kind.CHAIN, Result.COULD_NOT_CHECK, "chain.not-at-hand");
            return;
        }
        follow(first.get());
    }

    private void follow(List<Accreditation> first) {
        var seen = new HashSet<String>();
        var next = first;
        for (int link = 0; link < MOST_LINKS; link++) {
            var accreditation = best(next);
            if (!seen.add(accreditation.subject())) {
                checks.add(
                        Kind.CHAIN, Result.FAILED, "chain.circular", accreditation.subjectName());
                return;
            }
            if (!isGood(accreditation)) {
                return;
            }
            var anchor = registry.issuer(accreditation.issuer()).filter(ChainCheck::mayAccredit);
            if (anchor.isPresent()) {
                checks.add(
                        Kind.CHAIN,
                        Result.PASSED,
                        "chain.anchored",
                        anchor.get().legalName(),
                        anchor.get().source());
                return;
            }
            next = registry.accreditations(accreditation.issuer());
            if (next.isEmpty()) {
                checks.add(
                        Kind.CHAIN,
                        Result.COULD_NOT_CHECK,
                        "chain.ends",
                        accreditation.issuerName());
                return;
            }
        }
        checks.add(
                Kind.CHAIN, Result.COULD_NOT_CHECK, "chain.too-long", String.valueOf(MOST_LINKS));
    }

    /** The one that would hold, if there is one. */
    private Accreditation best(List<Accreditation> found) {
        return found.stream()
                .filter(one -> one.holdsOn(day) && one.covers(level) && isSealed(one))
                .findFirst()
                .orElse(found.getFirst());
    }

    private boolean isGood(Accreditation one) {
        if (!isSealed(one)) {
            return broken(one, Result.FAILED, "chain.link-not-sealed");
        }
        if (!one.holdsOn(day)) {
            return broken(one, Result.FAILED, "chain.link-outside-time");
        }
        if (!one.covers(level)) {
            return broken(one, Result.FAILED, "chain.link-other-level");
        }
        if (one.hasStatus()) {
            return broken(one, Result.COULD_NOT_CHECK, "chain.link-status-open");
        }
        add(one, Result.PASSED, "chain.link");
        return true;
    }

    private boolean isSealed(Accreditation one) {
        return one.isSealed(registry.issuer(one.issuer()));
    }

    private boolean broken(Accreditation one, Result result, String code) {
        add(one, result, code);
        return false;
    }

    private void add(Accreditation one, Result result, String code) {
        checks.add(
                Kind.CHAIN,
                result,
                code,
                one.issuerName(),
                one.subjectName(),
                one.from().toString(),
                one.until().toString());
    }

    private static boolean mayAccredit(TrustedIssuer entry) {
        Set<String> kinds = entry.scope().map(scope -> scope.kinds()).orElse(Set.of());
        return kinds.contains(ACCREDITATION);
    }
}
