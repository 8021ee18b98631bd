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

    private final CourseDraft.Terms typed;
    private final TypedFields fields;

    TermsReader(CourseDraft.Terms typed, TypedFields fields) {
        this.typed = typed;
        this.fields = fields;
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
            partner(place, typed.partners().get(i)).ifPresent(partners::add);
        }
        return partners;
    }

    private Optional<Partner> partner(String place, CourseDraft.Partner typed) {
        var role = fields.choice(place + ".role", typed.role(), TermsReader::role);
        var name = fields.text(place + ".name", typed.name(), true);
        if (name.isPresent() && name.get().length() > LONGEST_NAME) {
            fields.fault(
                    place + ".name", "catalogue.text-too-long", name.get().length(), LONGEST_NAME);
        }
        var country = country(place + ".country", typed.country());
        return role.isPresent() && name.isPresent()
                ? Optional.of(new Partner(role.get(), name.get(), country, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Role> role(String code) {
        return Contributor.Role.ofCode(code).filter(role -> role != Role.JOINT_AWARDING_BODY);
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
