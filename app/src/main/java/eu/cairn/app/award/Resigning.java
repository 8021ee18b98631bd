package eu.cairn.app.award;

import eu.cairn.app.credential.Signing;
import eu.cairn.app.credential.StrandedDocuments;
import eu.cairn.app.credential.StrandedDocuments.Stranded;
import eu.cairn.app.credential.StrandedStore;
import eu.cairn.app.journal.Journal;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Awards that wait for a key that signs no more award are recorded anew with the key in use, so
 * that they are signed: one at a time, each with a line in the journal, so that it can break off
 * anywhere and be done again.
 */
@Component
public class Resigning {

    /** Who has it done: the operator at the terminal, who has no account. */
    private static final UUID OPERATOR = new UUID(0, 0);

    private final AwardStore store;
    private final StatusPlaceStore statusPlaces;
    private final StrandedDocuments documents;
    private final Signing signing;
    private final Journal journal;

    Resigning(
            AwardStore store,
            StatusPlaceStore statusPlaces,
            StrandedDocuments documents,
            Signing signing,
            Journal journal) {
        this.store = store;
        this.statusPlaces = statusPlaces;
        this.documents = documents;
        this.signing = signing;
        this.journal = journal;
    }

    /** What it takes besides what an installation that is opened for a command has. */
    public static List<Class<?>> parts() {
        return List.of(
                AwardStore.class,
                StatusPlaceStore.class,
                StrandedStore.class,
                Signing.class,
                StrandedDocuments.class,
                Resigning.class);
    }

    /** The awards that wait so, the oldest first. */
    public List<Stranded> waiting() {
        return documents.all();
    }

    /**
     * Records one anew.
     *
     * @return whether it was; it was not where it waits so no more. Refused with {@code
     *     key.resign-no-joint-key}
     * @throws eu.cairn.formats.credential.KeyUnusable if the organisation has no key in use and
     *     none can be made
     */
    @Transactional
    public Decided<Boolean> recordAnew(Stranded waiting) {
        // in the order of those who award: first the keys, then the award
        var key = signing.holdKey(waiting.organisation(), waiting.bodies());
        var held = documents.hold(waiting.award());
        return held.isEmpty()
                ? Decided.accepted(false)
                : documents
                        .renamed(held.get())
                        .map(credential -> keep(held.get(), key, credential));
    }

    private boolean keep(Stranded held, UUID key, MicroCredential credential) {
        var organisation = held.organisation().id();
        int list = held.statusList();
        int index = held.statusIndex();
        if (!held.key().equals(key)) { // a list is signed with the key of what is in it
            var place = statusPlaces.next(organisation, key);
            store.move(held.award(), place);
            list = place.list();
            index = place.index();
        }
        documents.record(held, credential, list, index);
        journal.append(
                Optional.of(organisation),
                OPERATOR,
                "awards.recorded-anew",
                held.award().toString(),
                (held.credential().awardingBody().id() + "\n" + credential.awardingBody().id())
                        .getBytes(StandardCharsets.UTF_8));
        return true;
    }
}
