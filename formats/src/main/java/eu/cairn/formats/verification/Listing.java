package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.AwardingScope;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Whether a registry lists a body as awarding, when it did, by the name that it goes by, and
 * whether it may award what it did.
 *
 * <p>An award outside what the list admits is not called false: it may well be that body's, and the
 * list may lag behind. That it was entitled is then not confirmed, as with an award outside the
 * time for which it is listed.
 */
final class Listing {

    /** The issuer is known by another name than the one in the document. */
    static final String LISTED_AS = "trust.listed-as";

    private Listing() {}

    /**
     * @param known what the registry knows of the body
     * @param named what the document calls it
     * @param otherwise how to speak of it where the document does not name it
     * @param content what was awarded, where it is proven
     */
    static void check(
            Optional<TrustedIssuer> known,
            String registry,
            Optional<String> named,
            String otherwise,
            Optional<MicroCredential> content,
            Checks checks) {
        if (known.filter(TrustedIssuer::isListed).isEmpty()) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.issuer-unknown",
                    named.orElse(otherwise),
                    registry);
            return;
        }
        var entry = known.get();
        var day = content.map(MicroCredential::dayOfAward);
        if (day.isPresent() && !entry.couldAwardOn(day.get())) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.outside-period",
                    entry.legalName(),
                    day.get().toString());
            return;
        }
        var today = LocalDate.ofInstant(checks.now(), ZoneOffset.UTC);
        var outdated = entry.list().filter(list -> list.isOutdatedOn(today));
        if (outdated.isPresent() && day.map(outdated.get()::isOutdatedOn).orElse(true)) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.list-outdated",
                    entry.legalName(),
                    outdated.get().name(),
                    outdated.get().date().toString(),
                    outdated.get().nextUpdate().toString());
            return;
        }
        listed(entry, registry, named, checks);
        outdated.ifPresent(
                list ->
                        checks.add(
                                Kind.TRUST,
                                Result.PASSED,
                                "trust.list-outdated-since",
                                list.name(),
                                list.date().toString(),
                                list.nextUpdate().toString()));
        content.ifPresent(of -> scope(entry, of, checks));
    }

    private static void listed(
            TrustedIssuer entry, String registry, Optional<String> named, Checks checks) {
        var evidence = new ArrayList<String>();
        evidence.add(entry.legalName());
        boolean otherName = named.isPresent() && !named.get().equals(entry.legalName());
        if (otherName) {
            evidence.add(named.get());
        }
        evidence.add(entry.source());
        evidence.add(registry);
        entry.list()
                .ifPresent(
                        list -> {
                            evidence.add(list.name());
                            evidence.add(list.publisher());
                            evidence.add(list.date().toString());
                        });
        checks.add(
                Kind.TRUST,
                Result.PASSED,
                otherName ? LISTED_AS : entry.demo() ? "trust.listed-demo" : "trust.listed",
                evidence.toArray(String[]::new));
    }

    /** A list that sets no limit to what a body may award is not asked about it. */
    private static void scope(TrustedIssuer entry, MicroCredential content, Checks checks) {
        if (entry.scope().isEmpty()) {
            checks.add(Kind.SCOPE, Result.DOES_NOT_APPLY, "scope.not-limited", entry.legalName());
            return;
        }
        var scope = entry.scope().get();
        switch (scope.answer(content)) {
            case AwardingScope.Answer.Within within ->
                    checks.add(
                            Kind.SCOPE,
                            Result.PASSED,
                            scope.levels().isEmpty() ? "scope.within-kinds" : "scope.within",
                            entry.legalName(),
                            scope.levelsInWords(),
                            entry.source());
            case AwardingScope.Answer.LevelOutside(var level) ->
                    checks.add(
                            Kind.SCOPE,
                            Result.COULD_NOT_CHECK,
                            "scope.level-outside",
                            entry.legalName(),
                            scope.levelsInWords(),
                            level.toString(),
                            entry.source());
            case AwardingScope.Answer.LevelNotStated none ->
                    checks.add(
                            Kind.SCOPE,
                            Result.COULD_NOT_CHECK,
                            "scope.level-not-stated",
                            entry.legalName(),
                            scope.levelsInWords(),
                            entry.source());
            case AwardingScope.Answer.KindOutside other ->
                    checks.add(
                            Kind.SCOPE,
                            Result.COULD_NOT_CHECK,
                            "scope.kind-outside",
                            entry.legalName(),
                            String.join(", ", scope.kinds().stream().sorted().toList()),
                            entry.source());
        }
    }
}
