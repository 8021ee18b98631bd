package eu.cairn.formats.verification;

import eu.cairn.credential.CourseReference;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.credential.Members;
import eu.cairn.framework.EqfLevel;
import eu.cairn.verification.AwardingScope;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
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
 * Goes from a credential to the accreditation that it rests on, from that to who accredited its
 * issuer or its course, and on to who let that body accredit, up to one that the registry lists for
 * accrediting. Only accreditations that are at hand are looked at.
 *
 * <p>An accreditation is verified by itself: whom it is about, its seal by the keys of who issued
 * it, its time by the day of the award, its levels by that of the award (a level that is not shown
 * is not another one, and leaves it open), its status by the lists of who issued it. That a body
 * was accredited does not make it one that accredits: that needs an accreditation to accredit, and
 * the other way round. Of several ways the one that leads furthest counts.
 */
final class ChainCheck {

    /** From the worst to the best. */
    private static final List<Result> RESULTS =
            List.of(Result.FAILED, Result.COULD_NOT_CHECK, Result.PASSED);

    /** As many accreditations may follow one another. */
    private static final int LONGEST = 5;

    /** As many accreditations are looked at for one credential. */
    private static final int MOST_LINKS = 50;

    private final TrustRegistry registry;
    private final StatusCheck status;
    private final Checks checks;
    private final LocalDate day;
    private final Optional<EqfLevel> level;
    private int looked;

    ChainCheck(
            TrustRegistry registry, StatusCheck status, MicroCredential credential, Checks checks) {
        this.registry = registry;
        this.status = status;
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
        var found = registry.accreditations(starts);
        if (found.isEmpty()) {
            checks.add(Kind.CHAIN, Result.COULD_NOT_CHECK, "chain.not-at-hand");
            return;
        }
        var subjects = new HashSet<>(ids);
        course.filter(url -> isOf(issuer, ids, url)).ifPresent(subjects::add);
        var about = found.stream().filter(one -> subjects.contains(one.subject())).toList();
        if (about.isEmpty()) {
            open(checks, "chain.of-another", found.getFirst().subjectName());
            return;
        }
        furthest(about.stream().filter(one -> !one.toAccredit()), ids, 1)
                .ifPresentOrElse(
                        way -> way.forEach(checks::add),
                        () ->
                                open(
                                        checks,
                                        "chain.to-accredit-only",
                                        about.getFirst().subjectName()));
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

    /** The way over one of several accreditations that leads furthest. */
    private Optional<List<Check>> furthest(
            Stream<Accreditation> several, Set<String> below, int links) {
        return several.map(one -> follow(one, below, links))
                .max(Comparator.comparingInt(way -> RESULTS.indexOf(way.getLast().result())));
    }

    /**
     * @param below all that the bodies on the way here are known by
     * @param links how many accreditations the way has with this one
     */
    private List<Check> follow(Accreditation one, Set<String> below, int links) {
        var path = new Checks(checks.now());
        if (links > LONGEST || ++looked > MOST_LINKS) {
            open(path, "chain.too-long", one.subjectName());
            return path.list();
        }
        var known = registry.issuer(one.issuer());
        var key = one.sealedBy(known);
        if (key.isEmpty()) {
            add(path, one, Result.FAILED, "chain.link-not-sealed");
        } else if (!one.holdsOn(day)) {
            add(path, one, Result.FAILED, "chain.link-outside-time");
        } else if (level.isEmpty() && !one.levels().isEmpty()) {
            add(path, one, Result.COULD_NOT_CHECK, "chain.link-level-not-stated");
        } else if (!one.covers(level)) {
            add(path, one, Result.FAILED, "chain.link-other-level");
        } else if (inForce(one, known, path)) {
            beyond(path, one, key.get(), below, links);
        }
        return path.list();
    }

    /** Goes on from an accreditation that holds. */
    private void beyond(
            Checks path, Accreditation one, IssuerKey key, Set<String> below, int links) {
        var ids = ids(one.issuer());
        if (ids.stream().anyMatch(below::contains)) {
            path.add(Kind.CHAIN, Result.FAILED, "chain.circular", one.issuerName());
            return;
        }
        var anchor = registry.accreditor(one.issuer()).filter(TrustedIssuer::mayAccredit);
        if (anchor.isPresent()) {
            anchor(path, anchor.get(), key);
            return;
        }
        var compromised = registry.issuer(one.issuer()).flatMap(by -> by.compromisedSince(key));
        if (compromised.isPresent()) {
            compromised(path, one.issuerName(), compromised.get());
            return;
        }
        var passed = new HashSet<>(below);
        passed.addAll(ids);
        furthest(
                        registry.accreditations(ids).stream()
                                .filter(next -> next.toAccredit() && ids.contains(next.subject())),
                        passed,
                        links + 1)
                .ifPresentOrElse(
                        way -> way.forEach(path::add),
                        () -> open(path, "chain.ends", one.issuerName()));
    }

    /** Whether it was not ended early before the day of the award; says so on the path. */
    private boolean inForce(Accreditation one, Optional<TrustedIssuer> known, Checks path) {
        var found = new Checks(checks.now());
        status.check(
                new StatusCheck.Subject(Optional.of(one.issuer()), one.id()),
                one.stated(),
                one.status(),
                known,
                found);
        var worst =
                found.list().stream()
                        .filter(check -> RESULTS.contains(check.result()))
                        .min(Comparator.comparingInt(check -> RESULTS.indexOf(check.result())));
        var withdrawn = worst.filter(check -> check.result() == Result.FAILED);
        if (withdrawn.isPresent()) {
            return withdrawn(one, withdrawn.get(), path);
        }
        if (worst.filter(check -> check.result() == Result.COULD_NOT_CHECK).isPresent()) {
            add(path, one, Result.COULD_NOT_CHECK, "chain.link-status-open");
            return false;
        }
        add(path, one, Result.PASSED, "chain.link");
        return true;
    }

    /** An accreditation that was withdrawn after the day of the award held on that day. */
    private boolean withdrawn(Accreditation one, Check found, Checks path) {
        var known = found.evidence();
        var on = known.stream().findFirst().flatMap(Members::day);
        if (found.code().equals("status.suspended")) {
            add(path, one, Result.COULD_NOT_CHECK, "chain.link-suspended");
        } else if (on.isEmpty()) {
            add(path, one, Result.COULD_NOT_CHECK, "chain.link-withdrawn-undated");
        } else if (on.get().isAfter(day)) {
            add(path, one, Result.PASSED, "chain.link-withdrawn-later", known.get(0), known.get(1));
            return true;
        } else {
            add(path, one, Result.FAILED, "chain.link-withdrawn", known.get(0), known.get(1));
        }
        return false;
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
        } else if (level.isEmpty() && isForSomeLevels(entry)) {
            open(path, "chain.anchor-level-not-stated", name);
        } else if (!entry.scope().map(this::admits).orElse(false)) {
            open(path, "chain.anchor-other-level", name);
        } else if (compromised.isPresent()) {
            compromised(path, name, compromised.get());
        } else {
            path.add(Kind.CHAIN, Result.PASSED, "chain.anchored", name, entry.source());
        }
    }

    private static void compromised(Checks path, String name, Instant since) {
        open(
                path,
                "chain.anchor-key-compromised",
                name,
                LocalDate.ofInstant(since, ZoneOffset.UTC).toString());
    }

    private static boolean isForSomeLevels(TrustedIssuer entry) {
        return entry.scope().filter(scope -> !scope.levels().isEmpty()).isPresent();
    }

    private boolean admits(AwardingScope scope) {
        return scope.levels().isEmpty() || level.filter(scope.levels()::contains).isPresent();
    }

    private static void open(Checks path, String code, String... evidence) {
        path.add(Kind.CHAIN, Result.COULD_NOT_CHECK, code, evidence);
    }

    private static void add(
            Checks path, Accreditation one, Result result, String code, String... further) {
        var evidence =
                Stream.concat(
                        Stream.of(
                                one.issuerName(),
                                one.subjectName(),
                                one.from().toString(),
                                one.until().toString()),
                        Stream.of(further));
        path.add(Kind.CHAIN, result, code, evidence.toArray(String[]::new));
    }
}
