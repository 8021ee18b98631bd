package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.catalogue.CourseStore;
import eu.cairn.app.catalogue.JointAwardStore;
import eu.cairn.app.credential.AwardedCredential;
import eu.cairn.app.credential.Copies;
import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.ShortCode;
import eu.cairn.app.credential.Signing;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.quality.ReviewStore;
import eu.cairn.app.web.NotThere;
import eu.cairn.award.Correction;
import eu.cairn.award.EnrolledLearner;
import eu.cairn.award.StandingAward;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.JointAgreement;
import eu.cairn.credential.Grade;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.quality.ApprovedCourse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts awarded credentials right: a corrected one is recorded to be signed, and takes the place of
 * the first one in the transaction that keeps its signature.
 */
@Component
public class Corrections {

    private final CorrectionStore store;
    private final StatusPlaceStore statusPlaces;
    private final AwardSettings settings;
    private final CredentialStore credentials;
    private final CourseStore courses;
    private final ReviewStore reviews;
    private final JointAwardStore joint;
    private final Signing signing;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    Corrections(
            CorrectionStore store,
            StatusPlaceStore statusPlaces,
            AwardSettings settings,
            CredentialStore credentials,
            CourseStore courses,
            ReviewStore reviews,
            JointAwardStore joint,
            Signing signing,
            Journal journal,
            Identifiers identifiers,
            Clock clock) {
        this.store = store;
        this.statusPlaces = statusPlaces;
        this.settings = settings;
        this.credentials = credentials;
        this.courses = courses;
        this.reviews = reviews;
        this.joint = joint;
        this.signing = signing;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * What may be corrected.
     *
     * @param credential what the signed document states
     * @param versions the approved versions of the course
     */
    public record Correctable(
            UUID course,
            StandingAward award,
            MicroCredential credential,
            List<CourseVersion> versions) {

        public Correctable {
            versions = List.copyOf(versions);
        }
    }

    /** What a correction would change. */
    public record Proposed(MicroCredential before, MicroCredential after, Correction correction) {}

    /** A corrected award that was recorded; it takes effect as soon as it is signed. */
    public record Corrected(UUID award, String shortCode, Proposed proposed) {}

    /** What may be corrected on an award, or why nothing may. */
    public Decided<Correctable> correctable(Acting acting, UUID award) {
        var kept = store.kept(acting, award).orElseThrow(NotThere::new);
        var credential = credentials.byAward(award).orElseThrow(NotThere::new);
        return objection(credential)
                .<Decided<Correctable>>map(Decided::refused)
                .orElseGet(() -> Decided.accepted(correctable(acting, kept, credential)));
    }

    private static Optional<Refusal> objection(AwardedCredential credential) {
        if (credential.revocation().isPresent()) {
            return Optional.of(
                    credential
                            .replacedBy()
                            .map(next -> Refusal.of("award.corrected-before", "", next.shortCode()))
                            .orElseGet(() -> Refusal.of("award.correction-of-revoked", "")));
        }
        if (credential.suspension().isPresent()) {
            return Optional.of(Refusal.of("award.correction-of-suspended", ""));
        }
        if (credential.isBeingCorrected()) {
            return Optional.of(Refusal.of("award.correction-under-way", ""));
        }
        return credential.document().isEmpty()
                ? Optional.of(Refusal.of("award.correction-before-signed", ""))
                : Optional.empty();
    }

    private Correctable correctable(
            Acting acting, CorrectionStore.Kept kept, AwardedCredential credential) {
        var content = Copies.content(credential);
        var version = courses.version(acting, kept.course(), kept.number()).orElseThrow();
        return new Correctable(
                kept.course(),
                new StandingAward(
                        credential.award(),
                        new EnrolledLearner(
                                kept.learner(),
                                kept.learnerNumber(),
                                content.learner().orElseThrow()),
                        version,
                        kept.passedTasks(),
                        version.design().tasks().stream()
                                .anyMatch(task -> task.supervision().identityChecked()),
                        kept.passedOn(),
                        content.grade().map(Grade::value),
                        kept.minute(),
                        kept.awardedOn()),
                content,
                versions(acting, kept.course()));
    }

    private List<CourseVersion> versions(Acting acting, UUID course) {
        return courses
                .versionsIn(
                        acting,
                        CourseState.APPROVED,
                        CourseState.PUBLISHED,
                        CourseState.SUSPENDED,
                        CourseState.CLOSED)
                .stream()
                .filter(one -> one.id().equals(course))
                .map(one -> courses.version(acting, course, one.number()).orElseThrow())
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    /** What a correction would change; nothing is kept. */
    public Decided<Proposed> propose(Acting acting, UUID award, Correction.Wanted wanted) {
        return correctable(acting, award).then(standing -> propose(acting, standing, wanted));
    }

    private Decided<Proposed> propose(
            Acting acting, Correctable standing, Correction.Wanted wanted) {
        return course(standing, wanted.number())
                .then(
                        course ->
                                Correction.of(
                                        standing.award(),
                                        wanted,
                                        course,
                                        identifiers.next(),
                                        acting.person().id(),
                                        acting.today(clock)))
                .map(
                        correction ->
                                new Proposed(
                                        standing.credential(),
                                        correction
                                                .award()
                                                .credential(
                                                        settings.of(
                                                                acting.organisation(),
                                                                correction.award().course(),
                                                                clock.instant())),
                                        correction));
    }

    /** The version as it was approved for the day of the award, whatever became of it since. */
    private Decided<ApprovedCourse> course(Correctable standing, int number) {
        var version =
                standing.versions().stream().filter(one -> one.number() == number).findFirst();
        var decision = reviews.decision(standing.course(), number);
        if (version.isEmpty() || decision.isEmpty()) {
            return Decided.refused(Refusal.of("award.correction-version-unknown", "version"));
        }
        var hindrances =
                JointAgreement.hindrances(
                        version.get().design().terms(), joint.decided(standing.course(), number));
        return hindrances.isEmpty()
                ? ApprovedCourse.of(decision.get(), standing.award().awardedOn())
                : Decided.refused(hindrances);
    }

    /** Corrects an award, once: of several who correct it at a time, one does. */
    @Transactional
    public Decided<Corrected> correct(Acting acting, UUID award, Correction.Wanted wanted) {
        if (!store.hold(acting, award)) {
            throw new NotThere();
        }
        // before the credential is written, which names the key that is in use
        var key = signing.holdKey(acting.organisation());
        return propose(acting, award, wanted).map(proposed -> keep(acting, award, key, proposed));
    }

    private Corrected keep(Acting acting, UUID replaced, UUID key, Proposed proposed) {
        var organisation = acting.organisation();
        var correction = proposed.correction();
        var award = correction.award();
        var code = ShortCode.random();
        var place = statusPlaces.next(organisation.id(), key);
        store.add(correction, replaced, acting.person().id(), code, place, clock.instant());
        store.takeOverProofs(award.id(), replaced);
        var learner = award.result().learner();
        if (!proposed.before().learner().equals(Optional.of(learner.learner()))) {
            store.rename(learner.id(), learner.learner());
        }
        signing.record(
                organisation,
                List.of(
                        new Signing.Made(
                                award.id(), proposed.after(), code, place.list(), place.index())));
        journal.append(
                Optional.of(organisation.id()),
                acting.person().id(),
                "corrections.recorded",
                award.id().toString(),
                String.join(
                                "\n",
                                replaced.toString(),
                                correction.reason().code(),
                                correction.words())
                        .getBytes(StandardCharsets.UTF_8));
        return new Corrected(award.id(), code, proposed);
    }
}
