package eu.cairn.formats.verification;

import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Whether a registry lists a body as awarding, when it did and by the name that it goes by. */
final class Listing {

    private Listing() {}

    /**
     * @param known what the registry knows of the body
     * @param named what the document calls it
     * @param otherwise how to speak of it where the document does not name it
     * @param day the day of the award
     */
    static void check(
            Optional<TrustedIssuer> known,
            String registry,
            Optional<String> named,
            String otherwise,
            Optional<LocalDate> day,
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
        if (day.isPresent() && !entry.couldAwardOn(day.get())) {
            checks.add(
                    Kind.TRUST,
                    Result.COULD_NOT_CHECK,
                    "trust.outside-period",
                    entry.legalName(),
                    day.get().toString());
            return;
        }
        if (named.isPresent() && !named.get().equals(entry.legalName())) {
            checks.add(
                    Kind.TRUST,
                    Result.PASSED,
                    "trust.listed-as",
                    entry.legalName(),
                    named.get(),
                    entry.source(),
                    registry);
            return;
        }
        checks.add(
                Kind.TRUST,
                Result.PASSED,
                entry.demo() ? "trust.listed-demo" : "trust.listed",
                entry.legalName(),
                entry.source(),
                registry);
    }

    /** The day of an award, or that of its document where none is stated. */
    static LocalDate dayOfAward(MicroCredential content) {
        return content.awardedOn()
                .orElse(content.issuedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    }
}
