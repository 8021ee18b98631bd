package eu.cairn.catalogue;

import eu.cairn.catalogue.CredentialTerms.Ageing;
import eu.cairn.catalogue.CredentialTerms.Partner;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Contributor.Role;
import eu.cairn.framework.Country;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the credential of a course is to state beside what is learnt. */
final class TermsReader {

    private static final int MOST_MONTHS = 600;
    private static final int MOST_PARTNERS = 20;
    private static final int LONGEST_NAME = 200;

    /** With the organisation that offers the course, as many as one document has seals for. */
    private static final int MOST_JOINT_BODIES = 3;

    private final CourseDraft.Terms typed;
    private final TypedFields fields;
    private final AwardingBodies bodies;

    TermsReader(CourseDraft.Terms typed, TypedFields fields, AwardingBodies bodies) {
        this.typed = typed;
        this.fields = fields;
        this.bodies = bodies;
    }

    /** What is stated; whatever has a fault is left out of it. */
    CredentialTerms read() {
        return new CredentialTerms(
                ageing(),
                partners(),
                fields.text("rights", typed.rights(), false),
                fields.text("description", typed.description(), false));
    }

    private Optional<Ageing> ageing() {
        var valid = months("validMonths", typed.validMonths());
        var review = months("reviewMonths", typed.reviewMonths());
        boolean stated = !typed.validMonths().isBlank() || !typed.reviewMonths().isBlank();
        var reason = fields.text("ageingReason", typed.ageingReason(), stated);
        if (valid.isPresent() && review.isPresent() && review.get() > valid.get()) {
            fields.fault("reviewMonths", "catalogue.review-after-end", review.get(), valid.get());
        }
        return stated ? reason.map(why -> new Ageing(valid, review, why)) : Optional.empty();
    }

    private Optional<Integer> months(String place, String text) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var months =
                plain.matches("[1-9]\\d{0,2}")
                        ? Optional.of(Integer.parseInt(plain))
                        : Optional.<Integer>empty();
        return months.isPresent() && months.get() <= MOST_MONTHS
                ? months
                : fields.fault(place, "catalogue.months-invalid", text, MOST_MONTHS);
    }

    private List<Partner> partners() {
        var partners = new ArrayList<Partner>();
        if (typed.partners().size() > MOST_PARTNERS) {
            fields.fault(
                    "partners",
                    "catalogue.too-many-partners",
                    typed.partners().size(),
                    MOST_PARTNERS);
            return partners;
        }
        for (int i = 0; i < typed.partners().size(); i++) {
            var place = "partners[" + (i + 1) + "]";
            var partner = partner(place, typed.partners().get(i));
            if (partner.isPresent() && partners.contains(partner.get())) {
                fields.fault(place + ".name", "catalogue.partner-twice", partner.get().legalName());
            }
            partner.ifPresent(partners::add);
        }
        var joint = partners.stream().filter(one -> one.role() == Role.JOINT_AWARDING_BODY).count();
        if (joint > MOST_JOINT_BODIES) {
            fields.fault("partners", "catalogue.too-many-joint-bodies", joint, MOST_JOINT_BODIES);
        }
        return partners;
    }

    private Optional<Partner> partner(String place, CourseDraft.Partner typed) {
        var role = fields.choice(place + ".role", typed.role(), Contributor.Role::ofCode);
        var name = fields.text(place + ".name", typed.name(), true);
        if (name.isPresent() && name.get().length() > LONGEST_NAME) {
            fields.fault(
                    place + ".name", "catalogue.text-too-long", name.get().length(), LONGEST_NAME);
        }
        var country = country(place + ".country", typed.country());
        if (role.equals(Optional.of(Role.JOINT_AWARDING_BODY)) && name.isPresent()) {
            return jointBody(place, name.get());
        }
        return role.isPresent() && name.isPresent()
                ? Optional.of(new Partner(role.get(), name.get(), country, Optional.empty()))
                : Optional.empty();
    }

    /** Who awards jointly acts here, so that it can agree and sign. */
    private Optional<Partner> jointBody(String place, String name) {
        var body = bodies.named(name);
        return body.isEmpty()
                ? fields.fault(place + ".name", "catalogue.joint-body-unknown", name)
                : body.map(
                        found ->
                                new Partner(
                                        Role.JOINT_AWARDING_BODY,
                                        found.legalName(),
                                        Optional.of(found.country()),
                                        Optional.of(found.slug())));
    }

    private Optional<Country> country(String place, String code) {
        var plain = code.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Country(plain));
        } catch (IllegalArgumentException e) {
            return fields.fault(place, "catalogue.choice-unknown", code);
        }
    }
}
