package eu.cairn.formats.credential;

import eu.cairn.credential.Assessment;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.Level;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.credential.Stackability;
import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of the certificate around what the credential states, in one language. */
record CertificateWords(ResourceBundle bundle, Locale locale) {

    /** The words in {@code language}, or in English where there are none. */
    static CertificateWords in(Language language) {
        var bundle =
                ResourceBundle.getBundle(
                        "eu.cairn.formats.credential.certificate",
                        Locale.forLanguageTag(language.tag()),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        var found = bundle.getLocale();
        return new CertificateWords(bundle, found.equals(Locale.ROOT) ? Locale.ENGLISH : found);
    }

    String say(String key, Object... parameters) {
        return new MessageFormat(bundle.getString(key), locale).format(parameters);
    }

    String say(LocalDate day) {
        return DateTimeFormatter.ofPattern(bundle.getString("date"), locale).format(day);
    }

    String say(Country country) {
        return Locale.of("", country.alpha2()).getDisplayCountry(locale);
    }

    String say(Language language) {
        return Locale.forLanguageTag(language.tag()).getDisplayName(locale);
    }

    /** An assessment with its kind and its share, as far as they are stated. */
    String say(Assessment assessment) {
        var details =
                Stream.of(
                                assessment.type().map(t -> say("assessment." + t.code())),
                                assessment.weightPercent().map(p -> say("percent", p)))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
        return details.isEmpty() ? assessment.title() : assessment.title() + " (" + details + ")";
    }

    String say(QualityAssurance assurance) {
        return Stream.of(
                        Optional.of(
                                say("quality." + assurance.kind().code(), assurance.decidedBy())),
                        assurance.decidedOn().map(day -> say("decided-on", say(day))),
                        assurance.validUntil().map(day -> say("holds-until", say(day))),
                        assurance.standards(),
                        assurance.decision())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    String say(Contributor contributor) {
        return contributor
                .country()
                .map(country -> contributor.legalName() + ", " + say(country))
                .orElse(contributor.legalName());
    }

    String say(Stackability stackability) {
        var status = say("status." + stackability.status().code());
        return stackability.statement().map(words -> status + "; " + words).orElse(status);
    }

    /** One line where all assessments were watched the same way, else one for each. */
    List<String> supervision(List<Assessment> assessments) {
        var ways = assessments.stream().map(Assessment::supervision).distinct().toList();
        if (ways.size() == 1) {
            return ways.getFirst().stream().map(way -> say("supervision." + way.code())).toList();
        }
        return assessments.stream()
                .flatMap(
                        assessment ->
                                assessment.supervision().stream()
                                        .map(way -> say("supervision." + way.code()))
                                        .map(words -> assessment.title() + ": " + words))
                .toList();
    }

    /** A level as each framework names it, the European one first. */
    List<String> levels(Level level) {
        return Stream.of(
                        level.eqf().map(Object::toString),
                        level.cycle().map(cycle -> say("cycle." + cycle.code())),
                        level.national().map(n -> n.framework() + " " + n.level()))
                .flatMap(Optional::stream)
                .toList();
    }

    Language language() {
        return new Language(locale.getLanguage());
    }
}
