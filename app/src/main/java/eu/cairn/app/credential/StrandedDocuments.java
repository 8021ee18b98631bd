package eu.cairn.app.credential;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.credential.AwardingBody;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.OpenBadgeFormat;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Documents that were recorded to be signed with a key that retired, or that others may have,
 * before they were: they are recorded anew with the key in use. Nobody has seen them, so that what
 * they say of their key and of their place in a status list may change; nothing else does.
 */
@Component
public class StrandedDocuments {

    private final StrandedStore store;
    private final AccountStore accounts;
    private final Keys keys;
    private final Signing signing;
    private final Clock clock;

    StrandedDocuments(
            StrandedStore store, AccountStore accounts, Keys keys, Signing signing, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.keys = keys;
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * A document that waits for a key that signs no more award.
     *
     * @param key that it was recorded with
     * @param bodies who awards jointly
     */
    public record Stranded(
            UUID award,
            Organisation organisation,
            UUID key,
            String shortCode,
            int statusList,
            int statusIndex,
            MicroCredential credential,
            List<Organisation> bodies) {}

    /** All of them, the oldest first. */
    public List<Stranded> all() {
        return store.stranded().stream().map(this::stranded).toList();
    }

    /** That of an award, if it still is one; nobody signs it until the transaction ends. */
    public Optional<Stranded> hold(UUID award) {
        return store.holdStranded(award).map(this::stranded);
    }

    private Stranded stranded(StrandedStore.Stranded row) {
        var recorded = row.prepared().document().getBytes(StandardCharsets.UTF_8);
        var credential =
                switch (new OpenBadgeFormat().read(recorded)) {
                    case Decided.Accepted<MicroCredential>(var content) -> content;
                    case Decided.Refused<MicroCredential> refused ->
                            throw new IllegalStateException(
                                    "our own credential: " + refused.reasons());
                };
        var bodies =
                credential.contributors().stream()
                        .filter(body -> body.role() == Role.JOINT_AWARDING_BODY)
                        .map(this::organisation)
                        .toList();
        return new Stranded(
                row.award(),
                accounts.organisation(row.organisation()).orElseThrow(),
                row.key(),
                row.shortCode(),
                row.statusList(),
                row.statusIndex(),
                credential,
                bodies);
    }

    private Organisation organisation(Contributor body) {
        return body.id().flatMap(keys::holder).flatMap(accounts::organisation).orElseThrow();
    }

    /**
     * What is to be signed, by the keys in use; refused with {@code key.resign-no-joint-key} where
     * a body that awards jointly has none, since nobody makes one for it.
     */
    public Decided<MicroCredential> renamed(Stranded stranded) {
        var refusals = new ArrayList<Refusal>();
        var contributors = new ArrayList<Contributor>();
        for (var body : stranded.credential.contributors()) {
            if (body.role() != Role.JOINT_AWARDING_BODY) {
                contributors.add(body);
                continue;
            }
            var key = keys.current(organisation(body));
            if (key.isEmpty()) {
                refusals.add(
                        Refusal.of(
                                "key.resign-no-joint-key",
                                "",
                                stranded.shortCode,
                                body.legalName()));
            } else {
                contributors.add(
                        new Contributor(
                                body.legalName(),
                                body.role(),
                                Optional.of(key.get().did()),
                                body.country()));
            }
        }
        return refusals.isEmpty()
                ? Decided.accepted(renamed(stranded, contributors))
                : Decided.refused(refusals);
    }

    private MicroCredential renamed(Stranded stranded, List<Contributor> contributors) {
        var said = stranded.credential;
        var body = said.awardingBody();
        return new MicroCredential(
                said.id(),
                said.title(),
                said.learner(),
                new AwardingBody(
                        keys.inUse(stranded.organisation).did(),
                        body.legalName(),
                        body.country(),
                        body.place(),
                        body.url()),
                said.awardedOn(),
                said.issuedAt(),
                said.expiresOn(),
                said.outcomes(),
                said.workload(),
                said.level(),
                said.assessments(),
                said.participation(),
                said.qualityAssurance(),
                said.grade(),
                said.prerequisites(),
                said.stackability(),
                said.field(),
                said.languageOfInstruction(),
                said.course(),
                said.description(),
                said.reviewOn(),
                contributors,
                said.rights());
    }

    /** Records {@code credential} in place of what was not signed. */
    public void record(
            Stranded stranded, MicroCredential credential, int statusList, int statusIndex) {
        signing.recordAnew(
                stranded.organisation,
                new Signing.Made(
                        stranded.award, credential, stranded.shortCode, statusList, statusIndex),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
