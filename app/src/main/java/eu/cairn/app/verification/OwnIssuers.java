package eu.cairn.app.verification;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.DecisionsMade;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.credential.RecentlyUsed;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.DidWeb;
import eu.cairn.formats.verification.IssuerKey;
import eu.cairn.formats.verification.TrustedIssuer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The organisations of this installation as awarding bodies. They are kept until one of them or a
 * key of theirs is changed, by whatever program, which is asked about each time.
 */
@Component
public class OwnIssuers {

    /** More changes than that are forgotten, for they are counted with each verification. */
    private static final int MOST_CHANGES = 500;

    /** Bodies and courses whose accreditations are kept. */
    private static final int MOST_SUBJECTS = 1_000;

    private final AccountStore accounts;
    private final Keys keys;
    private final IssuerIdentity identity;
    private final Installation installation;

    private volatile @Nullable State last;

    OwnIssuers(
            AccountStore accounts, Keys keys, IssuerIdentity identity, Installation installation) {
        this.accounts = accounts;
        this.keys = keys;
        this.identity = identity;
        this.installation = installation;
    }

    /**
     * One of them.
     *
     * @param signs whether it has a key
     */
    record Own(Organisation organisation, TrustedIssuer entry, boolean signs) {}

    /**
     * All of them at one time.
     *
     * @param all in the order of their short names
     * @param byId the same by each of their identifiers
     * @param issued the accreditations that were asked for since, by their subjects
     */
    record State(
            String revision,
            List<Own> all,
            Map<String, Own> byId,
            Map<Set<String>, List<Accreditation>> issued) {

        State(String revision, List<Own> all, Map<String, Own> byId) {
            this(revision, List.copyOf(all), Map.copyOf(byId), RecentlyUsed.atMost(MOST_SUBJECTS));
        }

        private boolean hasManyChanges() {
            return Integer.parseInt(revision.substring(0, revision.indexOf('/'))) > MOST_CHANGES;
        }

        Optional<Own> of(String id) {
            return Optional.ofNullable(byId.get(id));
        }
    }

    /** Those of now. */
    State now() {
        var revision = keys.revision(); // asked for first: what changes meanwhile is read again
        var known = last;
        if (known != null && known.revision.equals(revision)) {
            return known;
        }
        var read = read(revision);
        last = read;
        if (read.hasManyChanges()) {
            keys.forgetChanges();
        }
        return read;
    }

    private State read(String revision) {
        var all = new ArrayList<Own>();
        var byId = new HashMap<String, Own>();
        var organisations = accounts.organisations();
        for (var organisation : organisations) {
            own(organisation, identity.all(organisation, organisations)).ifPresent(all::add);
        }
        for (var own : all) {
            own.entry().ids().forEach(id -> byId.put(id, own));
        }
        return new State(revision, all, byId);
    }

    /** Empty where it has neither a key nor an identifier by its address. */
    private Optional<Own> own(Organisation organisation, List<String> addresses) {
        var ids = new TreeSet<>(addresses);
        var named = new HashMap<String, IssuerKey>();
        var compromised = new HashMap<IssuerKey, Instant>();
        var held = keys.of(organisation);
        for (var key : held) {
            ids.add(key.did());
            var half = key.publicKey();
            for (var address : addresses) {
                named.put(DidWeb.method(address, half), IssuerKey.of(half));
            }
            key.compromise().ifPresent(since -> compromised.put(IssuerKey.of(half), since.since()));
        }
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        var entry =
                new TrustedIssuer(
                        ids,
                        organisation.name(),
                        organisation.country(),
                        Optional.of(organisation.place()),
                        Optional.of(organisation.url()),
                        DecisionsMade.SOURCE,
                        LocalDate.EPOCH,
                        Optional.empty(),
                        named,
                        compromised,
                        Optional.of(
                                installation.baseUrl() + "/status/" + organisation.slug() + "/"),
                        organisation.demo(),
                        Optional.empty(),
                        Optional.empty());
        return Optional.of(new Own(organisation, entry, !held.isEmpty()));
    }
}
