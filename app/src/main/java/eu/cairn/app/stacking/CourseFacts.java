package eu.cairn.app.stacking;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Recognition;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The facts of the credential that a course leads to. */
public final class CourseFacts {

    /** What only the award decides. */
    static final Set<Fact> OPEN = Set.of(Fact.GRADE);

    private CourseFacts() {}

    /** The facts as if the credential were awarded on this day; its grade is open. */
    public static HeldCredential of(OnOffer offer, LocalDate awarded) {
        return of("offer", offer, awarded);
    }

    /** The same, called {@code id} in the audit. */
    public static HeldCredential of(String id, OnOffer offer, LocalDate awarded) {
        var facts =
                HeldCredential.of(id, offer.credits())
                        .title(offer.title().authoritative())
                        .course(offer.code())
                        .with(Fact.VERSION, Integer.toString(offer.version()))
                        .isced(List.of(offer.field().code()))
                        .issuer(issuer(offer.organisation()))
                        .issuerName(offer.offeredBy())
                        .kind("hei")
                        .country(offer.country())
                        .mode(offer.participation().code())
                        .with(Fact.LANGUAGE, offer.language().tag())
                        .with(Fact.HOURS, offer.hours().toString())
                        .qa("esg")
                        .recognition(Recognition.NONE)
                        .awarded(awarded);
        offer.level().eqf().ifPresent(facts::level);
        return facts.credential();
    }

    /** The identifier by which rulebooks name an organisation of this name in addresses. */
    public static String issuer(String organisation) {
        return "hei:" + organisation;
    }
}
