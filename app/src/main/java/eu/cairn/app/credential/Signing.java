package eu.cairn.app.credential;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.DidKey;
import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.formats.credential.NamedKey;
import eu.cairn.formats.credential.OpenBadge;
import eu.cairn.formats.credential.Publication;
import eu.cairn.framework.Decided;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes signed credentials of awards, in two steps: the exact bytes to be signed are recorded with
 * the award; they are signed afterwards, and again after a crash, always to the same document.
 */
@Component
public class Signing {

    private static final Logger LOG = LoggerFactory.getLogger(Signing.class);
    private static final int AT_ONCE = 50;

    private final CredentialStore store;
    private final StrandedStore stranded;
    private final Keys keys;
    private final Installation installation;
    private final Journal journal;
    private final Clock clock;
    private final DataIntegrity proofs = new DataIntegrity(Contexts.trusted());

    Signing(
            CredentialStore store,
            StrandedStore stranded,
            Keys keys,
            Installation installation,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.stranded = stranded;
        this.keys = keys;
        this.installation = installation;
        this.journal = journal;
        this.clock = clock;
    }

    /** The organisation as its credentials name it: by the key with which it signs now. */
    public AwardingBody awardingBody(Organisation organisation) {
        return Keys.body(organisation, keys.inUse(organisation).did());
    }

    /**
     * The same of an organisation that awards jointly with another; nothing where it has no key in
     * use, since nobody makes one for it.
     */
    public Optional<Contributor> jointAwardingBody(Organisation organisation) {
        return keys.current(organisation)
                .map(
                        key ->
                                new Contributor(
                                        organisation.name(),
                                        Role.JOINT_AWARDING_BODY,
                                        Optional.of(key.did()),
                                        Optional.of(organisation.country())));
    }

    /** The key that an organisation signs with, which stays so until the transaction ends. */
    public UUID holdKey(Organisation organisation) {
        return holdKey(organisation, List.of());
    }

    /**
     * The same, and the keys of those who award jointly with it stay in use too. All are held in
     * one order, so that two who award jointly with each other do not wait for each other.
     */
    public UUID holdKey(Organisation organisation, List<Organisation> jointly) {
        Stream.concat(Stream.of(organisation), jointly.stream())
                .map(Organisation::id)
                .distinct()
                .sorted()
                .forEach(keys::hold);
        return keys.inUse(organisation).id();
    }

    /**
     * An award that was made and is to be signed.
     *
     * @param statusIndex its place in the organisation's status list {@code statusList}
     */
    public record Made(
            UUID award,
            MicroCredential credential,
            String shortCode,
            int statusList,
            int statusIndex) {}

    /**
     * Records what is to be signed for awards, in the transaction that makes them. Working out the
     * bytes takes most of the time, so all processors do.
     */
    public void record(Organisation organisation, List<Made> awards) {
        var key = keys.inUse(organisation);
        var half = key.publicKey();
        NamedKey signer = () -> half; // the private half is not needed, and may be away
        var prepared =
                awards.parallelStream()
                        .map(
                                made ->
                                        prepared(
                                                made,
                                                organisation,
                                                signer,
                                                made.credential().issuedAt()))
                        .toList();
        for (int i = 0; i < awards.size(); i++) {
            var made = awards.get(i);
            store.record(made.award(), key.id(), prepared.get(i), made.credential().issuedAt());
            recordJointly(made, prepared.get(i), made.credential().issuedAt());
        }
    }

    /**
     * Records anew what is to be signed for an award that was not signed yet, in the transaction
     * that holds it.
     *
     * @param at when, which the proof states
     */
    void recordAnew(Organisation organisation, Made made, Instant at) {
        var key = keys.inUse(organisation);
        var half = key.publicKey();
        var prepared = prepared(made, organisation, () -> half, at);
        stranded.recordAnew(made.award(), key.id(), prepared, at);
        recordJointly(made, prepared, at);
    }

    /** Each body that awards jointly signs the same document with its own key. */
    private void recordJointly(Made made, DataIntegrity.Prepared first, Instant at) {
        int place = 0;
        for (var body : made.credential().contributors()) {
            if (body.role() == Role.JOINT_AWARDING_BODY) {
                place++;
                var did = body.id().orElseThrow();
                var half = DidKey.key(did).orElseThrow();
                store.recordJointly(
                        made.award(),
                        place,
                        store.keyOf(did).orElseThrow(),
                        prepared(first.document(), () -> half, at));
            }
        }
    }

    private DataIntegrity.Prepared prepared(
            Made made, Organisation organisation, NamedKey signer, Instant at) {
        var list =
                "%s/status/%s/%d"
                        .formatted(installation.baseUrl(), organisation.slug(), made.statusList());
        var publication =
                new Publication(
                                Optional.of(made.shortCode()),
                                Optional.of(installation.baseUrl() + "/v/" + made.shortCode()),
                                Optional.of(
                                        new Publication.StatusEntry(
                                                list,
                                                made.statusIndex(),
                                                Publication.Purpose.REVOCATION)),
                                Optional.empty())
                        .suspendedIn(
                                Optional.of(
                                        new Publication.StatusEntry(
                                                list + StatusLists.SUSPENSION,
                                                made.statusIndex(),
                                                Publication.Purpose.SUSPENSION)));
        return prepared(OpenBadge.write(made.credential(), publication), signer, at);
    }

    private DataIntegrity.Prepared prepared(String document, NamedKey signer, Instant at) {
        return switch (proofs.prepare(document, signer, at)) {
            case Decided.Accepted<DataIntegrity.Prepared> accepted -> accepted.value();
            case Decided.Refused<DataIntegrity.Prepared> refused ->
                    throw new IllegalStateException("our own credential: " + refused.reasons());
        };
    }

    /**
     * Signs some of what is recorded; returns how many were signed. What waits for a key that
     * cannot be used now holds up no other, and is tried again. A corrected award begins, and the
     * one in whose place it stands ends, in the transaction that keeps its signed document.
     *
     * @param failing the keys that could not be used; those that cannot are added
     */
    @Transactional
    public int signSome(Set<UUID> failing) {
        int signed = 0;
        var corrected = new ArrayList<CredentialStore.TookEffect>();
        var open = store.toSign(AT_ONCE, failing);
        var jointly =
                store.toSignJointly(open.stream().map(CredentialStore.ToSign::award).toList());
        for (var one : open) {
            if (!sign(one, jointly.getOrDefault(one.award(), List.of()), failing)) {
                continue;
            }
            signed++;
            if (one.corrects()) {
                store.takeEffect(one.award(), clock.instant()).ifPresent(corrected::add);
            }
        }
        // last, since everybody waits for the journal until the transaction ends
        corrected.forEach(this::journal);
        LOG.debug("{} credentials signed", signed);
        return signed;
    }

    private void journal(CredentialStore.TookEffect effect) {
        journal.append(
                Optional.of(effect.organisation()),
                effect.by(),
                "corrections.made",
                effect.former().toString(),
                (effect.award() + "\n" + effect.reason()).getBytes(StandardCharsets.UTF_8));
    }

    /** Where several sign, all do or none. */
    private boolean sign(
            CredentialStore.ToSign one, List<CredentialStore.ToSign> jointly, Set<UUID> failing) {
        var all = Stream.concat(Stream.of(one), jointly.stream()).toList();
        var signatures = new ArrayList<byte[]>();
        for (var by : all) {
            if (failing.contains(by.key())) {
                return false;
            }
            try {
                signatures.add(keys.signer(by.key()).sign(by.prepared().bytesToSign()));
            } catch (KeyUnusable e) {
                LOG.error(
                        "the key {} cannot be used, awards wait for it: {} {}",
                        by.key(),
                        e.reason().code(),
                        Words.of(e.reason()));
                failing.add(by.key());
                return false;
            } catch (IllegalStateException | UncheckedIOException e) {
                LOG.error("the key {} cannot be used, awards wait for it", by.key(), e);
                failing.add(by.key());
                keys.close(by.key());
                return false;
            }
        }
        var prepared = all.stream().map(CredentialStore.ToSign::prepared).toList();
        store.signed(
                one.award(),
                proofs.complete(prepared, signatures).getBytes(StandardCharsets.UTF_8),
                clock.instant());
        return true;
    }
}
