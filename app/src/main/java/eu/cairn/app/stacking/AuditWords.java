package eu.cairn.app.stacking;

import static java.util.regex.Matcher.quoteReplacement;

import eu.cairn.formats.stacking.PlanTexts;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Condition.AnyBut;
import eu.cairn.stacking.Condition.Field;
import eu.cairn.stacking.Condition.Grade;
import eu.cairn.stacking.Condition.GradeOnScale;
import eu.cairn.stacking.Condition.Hours;
import eu.cairn.stacking.Condition.Level;
import eu.cairn.stacking.Condition.MaxAge;
import eu.cairn.stacking.Condition.NoneOf;
import eu.cairn.stacking.Condition.OneOf;
import eu.cairn.stacking.Condition.Size;
import eu.cairn.stacking.Count;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.NotPlanned;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Requirement.All;
import eu.cairn.stacking.Requirement.Choose;
import eu.cairn.stacking.Requirement.Take;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of audits in one language, from its bundle: for reasons, requirements, limits. */
public final class AuditWords implements PlanTexts {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}(-[A-Z]{2,3})?");
    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final AuditWords ENGLISH = new AuditWords("en");

    private final Properties bundle = new Properties();

    private AuditWords(String language) {
        var name = "words_" + language + ".properties";
        var stream = AuditWords.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static AuditWords english() {
        return ENGLISH;
    }

    @Override
    public String reason(Reason reason) {
        UnaryOperator<String> readable =
                switch (reason.code()) {
                    case "stacking.country-differs" -> AuditWords::countries;
                    case "stacking.expired", "stacking.not-yet-awarded", "stacking.too-old" ->
                            AuditWords::day;
                    default -> UnaryOperator.identity();
                };
        return sentence(reason.code(), reason.parameters().stream().map(readable).toList());
    }

    /** Country codes by their names, whatever stands between them. */
    private static String countries(String codes) {
        return COUNTRY.matcher(codes)
                .replaceAll(code -> quoteReplacement(country(new Country(code.group()))));
    }

    private static String country(Country country) {
        var name = Countries.name(country);
        boolean whole = country.code().equals(country.alpha2());
        return whole ? name : name + " (" + country + ")";
    }

    @Override
    public String notPlanned(NotPlanned reason) {
        return sentence(reason.code(), reason.parameters().stream().map(AuditWords::day).toList());
    }

    /** A day as people write it. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** An ISO 8601 day as people write it; anything else as it is. */
    private static String day(String stated) {
        return ISO_DAY.matcher(stated).matches() ? DAY.format(LocalDate.parse(stated)) : stated;
    }

    /** The sentence for a refusal, without its place. */
    public String refusal(Refusal refusal) {
        var sentence = sentence(refusal.code(), refusal.parameters());
        return sentence.replace("; did you mean ?", ".");
    }

    /** The sentence for a code; the code itself where the bundle has none. */
    public String sentence(String code, List<String> parameters) {
        var sentence = bundle.getProperty(code, code);
        for (int number = 0; number < parameters.size(); number++) {
            sentence = sentence.replace("{" + number + "}", parameters.get(number));
        }
        return sentence;
    }

    private String words(String key, Object... parameters) {
        return sentence("words." + key, Arrays.stream(parameters).map(String::valueOf).toList());
    }

    /** What a requirement asks, such as "At least 15.0 ECTS at EQF level 7 or above". */
    @Override
    public String requirement(Requirement requirement) {
        return capital(
                switch (requirement) {
                    case Take take -> take(take);
                    case All all -> words("all", parts(all.of()));
                    case Choose choose -> {
                        var count = count(choose.count());
                        yield words("choose", count, parts(choose.of()));
                    }
                });
    }

    private String parts(List<Requirement> parts) {
        return parts.stream().map(this::name).collect(Collectors.joining("; "));
    }

    /** What a rule is called in one line: its title, or what it asks. */
    public String name(Requirement requirement) {
        return requirement.note().title().orElseGet(() -> requirement(requirement));
    }

    private String take(Take take) {
        var said = new ArrayList<String>();
        take.courses()
                .ifPresent(
                        count ->
                                said.add(
                                        count(count)
                                                + " "
                                                + words(
                                                        count.number() == 1
                                                                ? "course"
                                                                : "courses")));
        take.credits().ifPresent(credits -> said.add(words("at-least-credits", credits)));
        var sentence = String.join(" " + words("and") + " ", said) + filter(take.from());
        return take.partial() ? sentence + ", " + words("partial") : sentence;
    }

    private String count(Count count) {
        return words(count.exactly() ? "exactly-courses" : "at-least-courses", count.number());
    }

    /** Why something is missing whatever counts where, in one sentence. */
    @Override
    public String bound(LowerBound bound) {
        return bound(bound, id -> id);
    }

    /**
     * The same, or which rules cannot be met together; empty where neither is known.
     *
     * @param name of a requirement or a limit, by its id
     */
    public Optional<String> why(Audit audit, UnaryOperator<String> name) {
        return audit.proof()
                .bound()
                .map(bound -> bound(bound, name))
                .or(
                        () ->
                                Optional.of(audit.conflict())
                                        .filter(rules -> !rules.isEmpty())
                                        .map(rules -> words("conflict", names(rules, name))));
    }

    private static String names(List<String> ids, UnaryOperator<String> name) {
        return ids.stream().map(name).collect(Collectors.joining(", "));
    }

    private String bound(LowerBound bound, UnaryOperator<String> name) {
        boolean credits = bound.measure() == Audit.Measure.CREDITS;
        var needed = figure(credits, bound.needed());
        var available = figure(credits, bound.available());
        var caps =
                bound.caps().isEmpty() ? "" : " " + words("bound-caps", names(bound.caps(), name));
        return bound.floor()
                        .map(floor -> words("bound-floor", name.apply(floor), needed, available))
                        .orElseGet(
                                () ->
                                        words(
                                                bound.requirements().size() == 1
                                                        ? "bound-one"
                                                        : "bound-several",
                                                names(bound.requirements(), name),
                                                needed,
                                                available))
                + caps;
    }

    private String figure(boolean credits, long amount) {
        return credits
                ? new Ects(Math.toIntExact(amount)) + " ECTS"
                : amount + " " + words(amount == 1 ? "course" : "courses");
    }

    /** What a limit says, such as "At most 10.0 ECTS at EQF level 6". */
    @Override
    public String limit(Limit limit) {
        var said = new ArrayList<String>();
        limit.atLeast().ifPresent(least -> said.add(words("at-least-credits", least)));
        limit.atMost().ifPresent(most -> said.add(words("at-most-credits", most)));
        limit.coursesAtLeast()
                .ifPresent(
                        least ->
                                said.add(
                                        words("at-least-courses", least) + " " + words("courses")));
        limit.coursesAtMost()
                .ifPresent(
                        most -> said.add(words("at-most-courses", most) + " " + words("courses")));
        var where =
                limit.where().conditions().isEmpty() ? " " + words("whole") : filter(limit.where());
        return capital(String.join(" " + words("and") + " ", said) + where);
    }

    private String filter(Filter filter) {
        var said = filter.conditions().stream().map(this::condition).toList();
        if (said.isEmpty()) {
            return "";
        }
        var order = new ArrayList<String>();
        for (int index = 0; index < said.size(); index++) {
            boolean level = filter.conditions().get(index) instanceof Level;
            order.add(level ? 0 : order.size(), said.get(index));
        }
        boolean anyLevel = filter.conditions().stream().anyMatch(it -> it instanceof Level);
        return (anyLevel ? " " : ", ") + String.join(", ", order);
    }

    private String condition(Condition condition) {
        return switch (condition) {
            case OneOf one -> oneOf(one.fact(), one.values());
            case NoneOf none ->
                    none.fact() == Fact.ISSUER
                            ? words("not-issuer", any(none.values()))
                            : words("not", oneOf(none.fact(), none.values()));
            case AnyBut any ->
                    any.fact() == Fact.SPENT
                            ? words("spent-elsewhere")
                            : words("other-than", any.fact().key(), any(any.values()));
            case Size size -> size(size);
            case Hours hours -> words("hours-at-least", hours.atLeast());
            case GradeOnScale grade -> words("grade", grade.atLeast());
            case Field field -> words("isced", any(field.prefixes()));
            case Level level -> level(level);
            case Condition.Version version -> version(version);
            case Grade grade -> words("grade", grade.atLeast().toPlainString());
            case MaxAge age ->
                    age.age().toTotalMonths() % 12 == 0
                            ? words("max-age-years", age.age().toTotalMonths() / 12)
                            : words("max-age-months", age.age().toTotalMonths());
        };
    }

    private String size(Size size) {
        if (size.atLeast().isPresent() && size.atLeast().equals(size.atMost())) {
            return words("size-exactly", size.atLeast().get());
        }
        var said = new ArrayList<String>();
        size.atLeast().ifPresent(least -> said.add(words("size-at-least", least)));
        size.atMost().ifPresent(most -> said.add(words("size-at-most", most)));
        return String.join(" " + words("and") + " ", said);
    }

    private String oneOf(Fact fact, List<String> values) {
        return words(fact == Fact.COURSE ? "course-is" : fact.key(), any(values));
    }

    private String any(List<String> values) {
        return String.join(" " + words("or") + " ", values);
    }

    private String level(Level level) {
        Optional<Integer> least = level.atLeast().map(it -> it.level());
        Optional<Integer> most = level.atMost().map(it -> it.level());
        if (least.isPresent() && least.equals(most)) {
            return words("level-exactly", least.get());
        }
        if (least.isPresent() && most.isPresent()) {
            return words("level-between", least.get(), most.get());
        }
        return least.map(it -> words("level-at-least", it))
                .orElseGet(() -> words("level-at-most", most.orElse(8)));
    }

    String version(Condition.Version version) {
        if (version.only().isPresent()) {
            return words("version-exactly", version.only().get());
        }
        if (version.atLeast().isPresent() && version.atMost().isPresent()) {
            return words("version-between", version.atLeast().get(), version.atMost().get());
        }
        return version.atLeast()
                .map(it -> words("version-at-least", it))
                .orElseGet(() -> words("version-at-most", version.atMost().orElseThrow()));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
