package eu.cairn.framework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an authority typed into a national type, or says everything that is wrong with it. */
public final class NationalTypeReader {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_LEVELS = 50;

    /** A micro-credential is less than a year of study. */
    private static final Ects LARGEST = Ects.of(60);

    private final NationalTypeDraft draft;
    private final Country home;
    private final NationalFrameworks frameworks;
    private final List<Refusal> refusals = new ArrayList<>();

    private NationalTypeReader(
            NationalTypeDraft draft, Country home, NationalFrameworks frameworks) {
        this.draft = draft;
        this.home = home;
        this.frameworks = frameworks;
    }

    /**
     * Reads a draft.
     *
     * @param home the country of the authority, which registers for it and the systems within it
     * @param authority the name of the authority
     */
    public static Decided<NationalType> read(
            NationalTypeDraft draft,
            Country home,
            String authority,
            NationalFrameworks frameworks) {
        var reader = new NationalTypeReader(draft, home, frameworks);
        var type = reader.read(authority);
        return type.isPresent() ? Decided.accepted(type.get()) : Decided.refused(reader.refusals);
    }

    private Optional<NationalType> read(String authority) {
        var code = code();
        var language = language();
        var name = text("name", draft.name());
        var country = country();
        var least = credits("creditsLeast", draft.creditsLeast());
        var most = credits("creditsMost", draft.creditsMost());
        if (least.isPresent() && most.isPresent() && most.get().compareTo(least.get()) < 0) {
            refuse("creditsMost", "framework.credits-contradict", least.get(), most.get());
        }
        var levels = levels();
        var law = text("law", draft.law());
        var address = address();
        var from = from();
        var until =
                draft.until().isBlank() ? Optional.<LocalDate>empty() : day("until", draft.until());
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            refuse("until", "framework.days-contradict", from.get(), until.get());
        }
        var national =
                country.isPresent() && from.isPresent() && !levels.isEmpty()
                        ? nationalLevels(country.get(), from.get(), levels)
                        : List.<String>of();
        if (!refusals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new NationalType(
                        country.orElseThrow(),
                        code.orElseThrow(),
                        MultilingualText.of(language.orElseThrow(), name.orElseThrow()),
                        authority,
                        least,
                        most,
                        levels,
                        national,
                        new NationalType.Law(law.orElseThrow(), address.orElseThrow()),
                        new Validity(from, until)));
    }

    private Optional<String> code() {
        var code = draft.code().strip();
        return code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
                ? Optional.of(code)
                : refuse("code", "framework.code-invalid", code);
    }

    private Optional<Language> language() {
        try {
            return Optional.of(new Language(draft.language().strip()));
        } catch (IllegalArgumentException e) {
            return refuse("language", "framework.language-unknown", draft.language().strip());
        }
    }

    private Optional<Country> country() {
        var typed = draft.country().strip();
        var country = Country.parse(typed).filter(frameworks.countries()::contains);
        if (country.isEmpty()) {
            return refuse("country", "framework.country-unknown", typed);
        }
        boolean own = country.get().equals(home) || country.get().alpha2().equals(home.code());
        return own ? country : refuse("country", "framework.country-of-others", typed, home.code());
    }

    private Optional<Ects> credits(String place, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        var credits =
                Ects.parse(typed).filter(some -> !some.isZero() && some.compareTo(LARGEST) <= 0);
        return credits.isPresent()
                ? credits
                : refuse(place, "framework.credits-invalid", typed.strip(), LARGEST);
    }

    private List<EqfLevel> levels() {
        var levels = new ArrayList<EqfLevel>();
        for (var typed : draft.levels()) {
            if (typed.strip().matches("[1-8]")) {
                levels.add(new EqfLevel(Integer.parseInt(typed.strip())));
            } else {
                refuse("levels", "framework.level-unknown", typed.strip());
                return List.of();
            }
        }
        if (levels.isEmpty()) {
            refuse("levels", "framework.level-missing");
        }
        return levels.stream().distinct().sorted().toList();
    }

    /** Each a level of the country that is referenced to one of the European levels. */
    private List<String> nationalLevels(Country country, LocalDate day, List<EqfLevel> levels) {
        var typed =
                draft.nationalLevels().stream()
                        .map(String::strip)
                        .filter(label -> !label.isEmpty())
                        .distinct()
                        .toList();
        if (typed.size() > MOST_LEVELS) {
            refuse("nationalLevels", "framework.national-levels-many", typed.size(), MOST_LEVELS);
            return List.of();
        }
        var names = new ArrayList<String>();
        for (var label : typed) {
            var found = frameworks.levels(country, label, day);
            if (found.isEmpty()) {
                refuse("nationalLevels", "framework.national-level-unknown", label, country, day);
            } else if (found.size() > 1) {
                refuse(
                        "nationalLevels",
                        "framework.national-level-ambiguous",
                        label,
                        found.getFirst().name());
            } else if (found.getFirst().eqf().filter(levels::contains).isEmpty()) {
                refuse(
                        "nationalLevels",
                        "framework.national-level-outside",
                        found.getFirst().name(),
                        found.getFirst().eqf().map(EqfLevel::toString).orElse("–"));
            } else {
                names.add(found.getFirst().name());
            }
        }
        return names;
    }

    private Optional<String> text(String place, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return refuse(place, "framework.text-missing");
        }
        return text.length() > LONGEST_NAME
                ? refuse(place, "framework.text-too-long", text.length(), LONGEST_NAME)
                : Optional.of(text);
    }

    private Optional<String> address() {
        var address = draft.lawAddress().strip();
        return address.matches("https://[^\\s\"<>]{3,500}")
                ? Optional.of(address)
                : refuse("lawAddress", "framework.address-invalid", address);
    }

    private Optional<LocalDate> from() {
        return draft.from().isBlank()
                ? refuse("from", "framework.day-missing")
                : day("from", draft.from());
    }

    private Optional<LocalDate> day(String place, String typed) {
        var day = day(typed);
        return day.isPresent() ? day : refuse(place, "framework.day-invalid", typed.strip());
    }

    /** The day that a text states as ISO date, of a year in which a law could be in force. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> refuse(String place, String code, Object... parameters) {
        var shown = new ArrayList<Object>();
        for (var parameter : parameters) {
            var text = String.valueOf(parameter);
            shown.add(
                    text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + " …" : text);
        }
        refusals.add(Refusal.of(code, place, shown.toArray()));
        return Optional.empty();
    }
}
