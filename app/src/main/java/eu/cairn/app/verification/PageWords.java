package eu.cairn.app.verification;

import eu.cairn.app.web.Reader;
import eu.cairn.app.web.Words;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Level;
import eu.cairn.credential.Supervision;
import eu.cairn.formats.verification.AwardedBy;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.Refusal;
import eu.cairn.verification.Check;
import eu.cairn.verification.Verdict;
import java.text.Collator;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the pages and reports on a verification say around the findings, in one language: their own
 * texts, and the terms, names, dates and numbers in what they show.
 */
public final class PageWords {

    private static final Map<Locale, PageWords> ALL =
            Reader.LANGUAGES.stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), PageWords::new));

    private final Sentences sentences;
    private final Locale language;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    private PageWords(Locale language) {
        this.sentences = new Sentences(language);
        this.language = language;
        this.day = DateTimeFormatter.ofPattern(sentences.plain("page.pattern.day"), language);
        this.moment =
                DateTimeFormatter.ofPattern(sentences.plain("page.pattern.moment"), language)
                        .withZone(ZoneOffset.UTC);
    }

    /** In one of the languages of {@link Reader}. */
    public static PageWords in(Locale language) {
        return Optional.ofNullable(ALL.get(language))
                .or(() -> Optional.ofNullable(ALL.get(Locale.ENGLISH)))
                .orElseThrow();
    }

    Sentences sentences() {
        return sentences;
    }

    public Locale language() {
        return language;
    }

    /** A text of a page ({@code page.…} in the bundle), filled in. */
    public String text(String key, Object... with) {
        return sentences.filled("page." + key, with);
    }

    public String of(Refusal refusal) {
        return Words.of(refusal, language);
    }

    /** How many checks came out how, and when. */
    public String tally(Verdict verdict) {
        var counts = new ArrayList<String>();
        for (var result : Check.Result.values()) {
            long count = verdict.checks().stream().filter(c -> c.result() == result).count();
            if (count > 0) {
                counts.add(text("checks.tally." + result.code(), count));
            }
        }
        return text("checks.tally", String.join(", ", counts), of(verdict.at()));
    }

    /** Why a credential was corrected. */
    public String correction(String code) {
        return Words.name("credential", "correction." + code, language);
    }

    public String of(LocalDate of) {
        return day.format(of);
    }

    /** To the minute, in UTC, and said so. */
    public String of(Instant at) {
        return moment.format(at);
    }

    /** A number that is written with a point. */
    public String number(String number) {
        return number.replace(
                '.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator());
    }

    public String of(Ects credits) {
        return text("amount.credits", number(credits.toString()));
    }

    public String of(LearningHours hours) {
        return text("amount.hours", number(hours.toString()));
    }

    public String of(EqfLevel level) {
        return eqf(String.valueOf(level.level()));
    }

    /** One or several European levels. */
    String eqf(String levels) {
        return text("level.european", levels);
    }

    public String of(Cycle cycle) {
        return text("cycle." + cycle.code());
    }

    /** Every framework that the level is stated in. */
    public String of(Level level) {
        var parts = new ArrayList<String>();
        level.eqf().ifPresent(eqf -> parts.add(of(eqf)));
        level.national().ifPresent(n -> parts.add(national(n.framework(), n.level())));
        level.cycle().ifPresent(cycle -> parts.add(of(cycle)));
        return String.join(", ", parts);
    }

    String national(String framework, String level) {
        return text("level.national", framework, level);
    }

    public String of(LevelClaim claim) {
        return text("claim." + claim.code());
    }

    public String of(AssessmentType type) {
        return text("assessment." + type.code());
    }

    public String of(Supervision supervision) {
        return text("supervision." + supervision.code());
    }

    public String of(FormOfParticipation form) {
        return text("participation." + form.code());
    }

    public String of(FormalStatus status) {
        return text("formal." + status.code());
    }

    public String of(Contributor.Role role) {
        return text("role." + role.code());
    }

    /** Both names, in one line. */
    public String of(AwardedBy by) {
        return by.inDocument()
                .map(other -> text("awarded-by.also", by.name(), other))
                .orElse(by.name());
    }

    /** What stands by itself, within a sentence: German nouns keep their capital. */
    public String within(String label) {
        return language.equals(Locale.GERMAN)
                ? label
                : label.substring(0, 1).toLowerCase(language) + label.substring(1);
    }

    public String of(Language spoken) {
        return Locale.forLanguageTag(spoken.tag()).getDisplayLanguage(language);
    }

    public String of(Country country) {
        return language.equals(Locale.ENGLISH)
                ? Countries.name(country)
                : Locale.of("", country.alpha2()).getDisplayCountry(language);
    }

    /** Every country that can be chosen, in the order of its names. */
    public List<Country> countries() {
        var order = Collator.getInstance(language);
        return Countries.all().stream()
                .sorted(Comparator.comparing(this::of, order::compare))
                .toList();
    }
}
