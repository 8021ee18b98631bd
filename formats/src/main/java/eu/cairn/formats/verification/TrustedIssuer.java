package eu.cairn.formats.verification;

import eu.cairn.framework.Country;
import eu.cairn.verification.AwardingScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An awarding body as a trust registry knows it, independently of what its documents say.
 *
 * @param ids what its credentials name it by
 * @param legalName its name in law
 * @param country the country whose law it acts under
 * @param place the town of its seat
 * @param url its public page
 * @param source where the registry has this from, such as "Register of Higher Education, 2026"
 * @param validFrom the first day on which it could award
 * @param validUntil the last day on which it could award
 * @param keys its keys by the name that proofs give them; not needed where the id is made of the
 *     key
 * @param compromised its keys that others may have had, and since when
 * @param statusListPrefix the beginning of the addresses of its status lists
 * @param demo whether this is a body of a demonstration and not of the world
 * @param scope what it may award, where the registry says so
 * @param list the published list that the registry has this from
 * @param keysFetched how old the keys are where they were fetched from the issuer's own address
 * @param suspensionLists whether beside each of its lists of revocations, {@code statusListPrefix}
 *     and a number, there is one of suspensions with the same places, at the same address with
 *     {@code /suspension} after it
 */
public record TrustedIssuer(
        Set<String> ids,
        String legalName,
        Country country,
        Optional<String> place,
        Optional<String> url,
        String source,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        Map<String, IssuerKey> keys,
        Map<IssuerKey, Instant> compromised,
        Optional<String> statusListPrefix,
        boolean demo,
        Optional<AwardingScope> scope,
        Optional<ListReference> list,
        Optional<KeysFetched> keysFetched,
        boolean suspensionLists) {

    /** Where the lists of Cairn lie; whoever has no others keeps lists of suspensions. */
    private static final Pattern LISTS_OF_CAIRN = Pattern.compile(".*/status/[a-z0-9-]+/");

    /** The kind of credential that a list names for those who may accredit. */
    static final String ACCREDITATION = "accreditation";

    /**
     * How old keys are that were fetched.
     *
     * @param stale whether they were asked for again since, and not had
     */
    public record KeysFetched(Instant at, boolean stale) {}

    public TrustedIssuer {
        ids = Set.copyOf(ids);
        keys = Map.copyOf(keys);
        compromised = Map.copyOf(compromised);
        if (ids.isEmpty() || legalName.isBlank()) {
            throw new IllegalArgumentException("a trusted issuer has an id and a name");
        }
        if (suspensionLists && !statusListPrefix.map(it -> it.endsWith("/")).orElse(false)) {
            throw new IllegalArgumentException("lists of suspensions lie beside others");
        }
    }

    /**
     * Whether an issuer of whom nothing is said keeps lists of suspensions: it does where its lists
     * lie as those of Cairn do.
     */
    static boolean keepsSuspensions(Optional<String> statusListPrefix) {
        return statusListPrefix.filter(it -> LISTS_OF_CAIRN.matcher(it).matches()).isPresent();
    }

    /** An issuer whose keys the registry has itself, and whose lists say what they are. */
    public TrustedIssuer(
            Set<String> ids,
            String legalName,
            Country country,
            Optional<String> place,
            Optional<String> url,
            String source,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            Map<String, IssuerKey> keys,
            Map<IssuerKey, Instant> compromised,
            Optional<String> statusListPrefix,
            boolean demo,
            Optional<AwardingScope> scope,
            Optional<ListReference> list) {
        this(
                ids,
                legalName,
                country,
                place,
                url,
                source,
                validFrom,
                validUntil,
                keys,
                compromised,
                statusListPrefix,
                demo,
                scope,
                list,
                Optional.empty(),
                keepsSuspensions(statusListPrefix));
    }

    /** An issuer none of whose keys is compromised and whose scope is not stated. */
    public TrustedIssuer(
            Set<String> ids,
            String legalName,
            Country country,
            Optional<String> place,
            Optional<String> url,
            String source,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            Map<String, IssuerKey> keys,
            Optional<String> statusListPrefix,
            boolean demo) {
        this(
                ids,
                legalName,
                country,
                place,
                url,
                source,
                validFrom,
                validUntil,
                keys,
                Map.of(),
                statusListPrefix,
                demo,
                Optional.empty(),
                Optional.empty());
    }

    /** The same body as the list {@code reference} has it. */
    TrustedIssuer from(ListReference reference) {
        return with(keys, compromised, Optional.of(reference), keysFetched, suspensionLists);
    }

    /** The same body, known by the keys that it publishes. */
    TrustedIssuer withKeys(Map<String, IssuerKey> other, Published in) {
        var fetched = in.fetched().map(at -> new KeysFetched(at, in.stale()));
        return with(other, compromised, list, fetched, suspensionLists);
    }

    /** The same body, of which is said whether it keeps lists of suspensions. */
    public TrustedIssuer withSuspensionLists(boolean kept) {
        return with(keys, compromised, list, keysFetched, kept);
    }

    /** The same body, with keys that are said to be compromised elsewhere, since the earliest. */
    public TrustedIssuer alsoCompromised(Map<IssuerKey, Instant> further) {
        var all = new HashMap<>(compromised);
        further.forEach((key, since) -> all.merge(key, since, (a, b) -> a.isBefore(b) ? a : b));
        return with(keys, all, list, keysFetched, suspensionLists);
    }

    private TrustedIssuer with(
            Map<String, IssuerKey> keys,
            Map<IssuerKey, Instant> compromised,
            Optional<ListReference> list,
            Optional<KeysFetched> keysFetched,
            boolean suspensionLists) {
        return new TrustedIssuer(
                ids,
                legalName,
                country,
                place,
                url,
                source,
                validFrom,
                validUntil,
                keys,
                compromised,
                statusListPrefix,
                demo,
                scope,
                list,
                keysFetched,
                suspensionLists);
    }

    /** Since when others may have had {@code key}, if they may. */
    public Optional<Instant> compromisedSince(IssuerKey key) {
        return Optional.ofNullable(compromised.get(key));
    }

    /** Whether a registry lists it; else nothing is known of it but the keys that it publishes. */
    boolean isListed() {
        return validFrom.isBefore(LocalDate.MAX);
    }

    /** Whether a registry says that accreditations are among what it may issue. */
    public boolean mayAccredit() {
        return scope.map(may -> may.kinds().contains(ACCREDITATION)).orElse(false);
    }

    /** Whether it could award on {@code day}. */
    public boolean couldAwardOn(LocalDate day) {
        return !day.isBefore(validFrom) && validUntil.map(last -> !day.isAfter(last)).orElse(true);
    }
}
