package eu.cairn.formats.credential;

import eu.cairn.framework.Country;
import eu.cairn.framework.Language;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

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

    Language language() {
        return new Language(locale.getLanguage());
    }
}
