package eu.cairn.formats.verification;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.AwardingScope;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes from a credential to the accreditation that it rests on, and from that to who accredited its
 * issuer or its course: a body that the registry lists for accrediting. Only what is at hand is
 * looked at; nothing is fetched.
 *
 * <p>An accreditation is verified by itself: whom it is about, its seal by the keys of who issued
 * it, its time by the day of the award, its levels by that of the award. That a body was accredited
 * does not make it one that accredits. Of several accreditations the one that leads furthest
 * counts.
 */
final class ChainCheck {

    /** The kind of credential that a list names for those who may accredit. */
    static final String ACCREDITATION = "accreditation";

    /** From the worst to the best. */
    private static final List<Result> RESULTS =
            List.of(Result.FAILED, Result.COULD_NOT_CHECK, Result.PASSED);

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
        var ids = ids(issuer);
        var course = credential.course().map(CourseReference::url);
        var starts = new LinkedHashSet<String>();
        credential.qualityAssurance().stream()
                .map(QualityAssurance::decision)
                .flatMap(Optional::stream)
                .forEach(starts::add);
        course.ifPresent(starts::add);
        starts.addAll(ids);
        var found = new LinkedHashSet<Accreditation>();
        starts.forEach(start -> found.addAll(registry.accreditations(start)));
        if (found.isEmpty()) {
            checks.add(Kind.CHAIN, Result.COULD_NOT_CHECK, "chain.not-at-hand");
            return;
        }
        var subjects = new HashSet<>(ids);
        course.filter(url -> isOf(issuer, ids, url)).ifPresent(subjects::add);
        found.stream()
                .filter(one -> subjects.contains(one.subject()))
                .map(one -> follow(one, ids))
                .max(Comparator.comparingInt(path -> RESULTS.indexOf(path.getLast().result())))
                .ifPresentOrElse(
                        path -> path.forEach(checks::add),
                        () ->
                                checks.add(
                                        Kind.CHAIN,
                                        Result.COULD_NOT_CHECK,
                                        "chain.of-another",
                                        found.getFirst().subjectName()));
    }

    /** All that the registry knows a body by. */
    private Set<String> ids(String issuer) {
        var ids = new LinkedHashSet<String>();
        ids.add(issuer);
        registry.issuer(issuer).ifPresent(entry -> ids.addAll(entry.ids()));
        return ids;
    }

    /**
     * Whether a course is offered by the issuer: its address is of a host of the issuer. A
     * credential can name any course as its own.
     */
    private boolean isOf(String issuer, Set<String> ids, String course) {
        var known = registry.issuer(issuer);
        var addresses =
                Stream.of(
                                ids.stream(),
                                known.flatMap(TrustedIssuer::url).stream(),
                                known.flatMap(TrustedIssuer::statusListPrefix).stream())
                        .flatMap(one -> one);
        return host(course)
                .filter(of -> addresses.flatMap(one -> host(one).stream()).anyMatch(of::equals))
                .isPresent();
    }

    private static Optional<String> host(String address) {
        if (address.startsWith("did:web:")) {
            return Optional.of(address.split(":", 4)[2].split("%", 2)[0].toLowerCase(Locale.ROOT));
        }
        try {
            return Optional.ofNullable(new URI(address).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private List<Check> follow(Accreditation one, Set<String> ids) {
        var path = new Checks(checks.now());
        var known = registry.issuer(one.issuer());
        var key = one.sealedBy(known);
        if (key.isEmpty()) {
            add(path, one, Result.FAILED, "chain.link-not-sealed");
        } else if (!one.holdsOn(day)) {
            add(path, one, Result.FAILED, "chain.link-outside-time");
        } else if (!one.covers(level)) {
            add(path, one, Result.FAILED, "chain.link-other-level");
        } else if (one.hasStatus()) {
            add(path, one, Result.COULD_NOT_CHECK, "chain.link-status-open");
        } else {
            add(path, one, Result.PASSED, "chain.link");
            if (ids(one.issuer()).stream().anyMatch(ids::contains)) {
                path.add(Kind.CHAIN, Result.FAILED, "chain.circular", one.issuerName());
            } else {
                known.filter(ChainCheck::mayAccredit)
                        .ifPresentOrElse(
                                entry -> anchor(path, entry, key.get()),
                                () -> open(path, "chain.ends", one.issuerName()));
            }
        }
        return path.list();
    }

    /** Whether the list says that the body could accredit this then, and what seals for it. */
    private void anchor(Checks path, TrustedIssuer entry, IssuerKey key) {
        var name = entry.legalName();
        var outdated = entry.list().filter(list -> list.isOutdatedOn(day));
        var compromised = entry.compromisedSince(key);
        if (!entry.couldAwardOn(day)) {
            open(path, "chain.anchor-outside-period", name, day.toString());
        } else if (outdated.isPresent()) {
            open(
                    path,
                    "chain.anchor-list-outdated",
                    name,
                    outdated.get().name(),
                    outdated.get().nextUpdate().toString());
        } else if (!entry.scope().map(this::admits).orElse(false)) {
            open(path, "chain.anchor-other-level", name);
        } else if (compromised.isPresent()) {
            open(
                    path,
                    "chain.anchor-key-compromised",
                    name,
                    LocalDate.ofInstant(compromised.get(), ZoneOffset.UTC).toString());
        } else {
            path.add(Kind.CHAIN, Result.PASSED, "chain.anchored", name, entry.source());
        }
    }

    private boolean admits(AwardingScope scope) {
        return scope.levels().isEmpty() || level.filter(scope.levels()::contains).isPresent();
    }

    private static void open(Checks path, String code, String... evidence) {
        path.add(Kind.CHAIN, Result.COULD_NOT_CHECK, code, evidence);
    }

    private static void add(Checks path, Accreditation one, Result result, String code) {
        path.add(
                Kind.CHAIN,
                result,
                code,
                one.issuerName(),
                one.subjectName(),
                one.from().toString(),
                one.until().toString());
    }

    private static boolean mayAccredit(TrustedIssuer entry) {
        return entry.scope().map(scope -> scope.kinds().contains(ACCREDITATION)).orElse(false);
    }
}
