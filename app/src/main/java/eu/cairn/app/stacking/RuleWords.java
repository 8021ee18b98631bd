package eu.cairn.app.stacking;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What rules ask for, in words. */
@Component
public class RuleWords {

    private final AccountStore accounts;

    RuleWords(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** {@code Level 7 or above · awarded in the last 7 years}; empty where all is admitted. */
    public String of(Filter filter) {
        return capital(
                filter.conditions().stream().map(this::of).collect(Collectors.joining(" · ")));
    }

    /** {@code At least 3.0 ECTS: course UNA-INTRO, from Finland}. */
    public String of(Requirement.Take take) {
        var bounds = new ArrayList<String>();
        take.courses()
                .filter(count -> count.number() > 1 || count.exactly() || take.credits().isEmpty())
                .ifPresent(
                        count ->
                                bounds.add(
                                        (count.exactly() ? "exactly " : "at least ")
                                                + count.number()
                                                + (count.number() == 1 ? " course" : " courses")));
        take.credits().ifPresent(least -> bounds.add("at least " + least + " ECTS"));
        return capital(String.join(", ", bounds))
                + where(take.from(), " of any credential")
                + (take.partial() ? "; a credential may count in part" : "");
    }

    /** What a requirement is called: its title, or what it asks for. */
    public String title(Requirement requirement) {
        return requirement
                .note()
                .title()
                .orElseGet(
                        () ->
                                requirement instanceof Requirement.Take take
                                                && !take.from().conditions().isEmpty()
                                        ? of(take.from())
                                        : requirement.id());
    }

    /** What the requirement or the limit of this id is called. */
    public String title(Rulebook rules, String id) {
        return rules.everyRequirement()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(this::title)
                .or(
                        () ->
                                rules.everyLimit()
                                        .filter(it -> it.id().equals(id))
                                        .findFirst()
                                        .map(this::of))
                .orElse(id);
    }

    private String where(Filter filter, String otherwise) {
        var where = filter.conditions().stream().map(this::of).toList();
        return where.isEmpty() ? otherwise : ": " + String.join(", ", where);
    }

    /** {@code At most 10.0 ECTS: level 6}, or the title that the rulebook gives it. */
    public String of(Limit limit) {
        if (limit.note().title().isPresent()) {
            return limit.note().title().get();
        }
        return sentence(limit);
    }

    /** {@code At most 10.0 ECTS: level 6}. */
    String sentence(Limit limit) {
        var bounds = new ArrayList<String>();
        if (limit.atLeast().isPresent() && limit.atLeast().equals(limit.atMost())) {
            bounds.add("exactly " + limit.atLeast().get() + " ECTS");
        } else {
            limit.atLeast().ifPresent(least -> bounds.add("at least " + least + " ECTS"));
            limit.atMost().ifPresent(most -> bounds.add("at most " + most + " ECTS"));
        }
        limit.coursesAtLeast().ifPresent(least -> bounds.add("at least " + least + " courses"));
        limit.coursesAtMost().ifPresent(most -> bounds.add("at most " + most + " courses"));
        return capital(String.join(", ", bounds)) + where(limit.where(), " in all");
    }

    /** What a further credential would have to be, as far as the rules ask. */
    public String of(HeldCredential wanted) {
        var parts = new ArrayList<String>();
        wanted.course().ifPresent(course -> parts.add("course " + course));
        wanted.value(Fact.VERSION).ifPresent(version -> parts.add("version " + version));
        wanted.level().ifPresent(level -> parts.add("level " + level.level()));
        parts.addAll(wanted.values(Fact.THEME));
        if (!wanted.values(Fact.ISCED).isEmpty()) {
            parts.add(fields(wanted.values(Fact.ISCED)));
        }
        wanted.issuer().ifPresent(issuer -> parts.add("awarded by " + issuerName(issuer)));
        wanted.value(Fact.COUNTRY)
                .ifPresent(code -> parts.add("from " + Countries.name(new Country(code))));
        wanted.value(Fact.MODE).ifPresent(parts::add);
        wanted.award().ifPresent(award -> parts.add("award " + award));
        return capital(String.join(", ", parts));
    }

    String of(Condition condition) {
        return switch (condition) {
            case Condition.OneOf one -> oneOf(one.fact(), one.values());
            case Condition.NoneOf none ->
                    none.fact() == Fact.ISSUER
                            ? "not awarded by " + join(none.values(), this::issuerName)
                            : "not " + oneOf(none.fact(), none.values());
            case Condition.AnyBut any ->
                    any.fact() == Fact.SPENT
                            ? "spent on another award"
                            : "other than " + oneOf(any.fact(), any.values());
            case Condition.Size size -> size(size);
            case Condition.Hours hours -> hours.atLeast() + " hours or more";
            case Condition.GradeOnScale grade -> "grade " + grade.atLeast() + " or better";
            case Condition.Field field -> fields(field.prefixes());
            case Condition.Level level -> level(level);
            case Condition.Version version -> AuditWords.english().version(version);
            case Condition.Grade grade -> "grade " + grade.atLeast().toPlainString() + " or better";
            case Condition.MaxAge age -> age(age);
        };
    }

    private String oneOf(Fact fact, List<String> values) {
        return switch (fact) {
            case ISSUER -> "awarded by " + join(values, this::issuerName);
            case COUNTRY -> "from " + join(values, code -> Countries.name(new Country(code)));
            case KIND -> join(values, kind -> kind.equals("hei") ? "higher education" : kind);
            case QA -> "quality assured by " + join(values, RuleWords::standard);
            case RECOGNITION ->
                    join(values, it -> it.equals("none") ? "as awarded" : it.replace('-', ' '));
            case COURSE -> "course " + join(values, it -> it);
            case AWARD -> "award " + join(values, it -> it);
            case CYCLE -> "cycle " + join(values, it -> it);
            case NQF -> "national level " + join(values, it -> it);
            case SKILL -> "skill " + join(values, it -> it);
            case LANGUAGE -> "in " + join(values, it -> it);
            case ASSESSMENT -> "assessed by " + join(values, it -> it);
            case SUPERVISION -> "supervision " + join(values, it -> it);
            case PLACE -> join(values, it -> it.replace('-', ' '));
            case SPENT -> "spent on " + join(values, it -> it);
            case MODE, THEME, ISCED, LEVEL, VERSION, GRADE, AWARDED, SIZE, HOURS ->
                    join(values, it -> it);
        };
    }

    private static String size(Condition.Size size) {
        var least = size.atLeast().map(it -> "at least " + it + " ECTS each");
        var most = size.atMost().map(it -> "at most " + it + " ECTS each");
        return size.atLeast().equals(size.atMost())
                ? size.atLeast().map(it -> it + " ECTS each").orElse("")
                : Stream.of(least, most)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "));
    }

    private static String level(Condition.Level level) {
        if (level.atLeast().isPresent() && level.atLeast().equals(level.atMost())) {
            return "level " + level.atLeast().get().level();
        }
        return level.atLeast()
                .map(
                        least ->
                                level.atMost()
                                        .map(
                                                most ->
                                                        "level %d to %d"
                                                                .formatted(
                                                                        least.level(),
                                                                        most.level()))
                                        .orElse("level %d or above".formatted(least.level())))
                .orElseGet(
                        () ->
                                "level "
                                        + level.atMost().map(most -> most.level()).orElse(8)
                                        + " or below");
    }

    private static String age(Condition.MaxAge age) {
        return "awarded in the last " + time(age.age());
    }

    /** {@code 7 years}, or {@code 18 months}. */
    static String time(Period period) {
        long months = period.toTotalMonths();
        return months % 12 == 0 ? months / 12 + " years" : months + " months";
    }

    private static String standard(String code) {
        return code.equals("esg") ? "the ESG" : code;
    }

    /** A field or two by name; more of them by their codes, which are shorter. */
    private static String fields(List<String> codes) {
        return codes.size() > 2
                ? "ISCED-F " + join(codes, code -> code)
                : join(codes, RuleWords::field);
    }

    private static String field(String code) {
        return FieldsOfEducation.of(code).map(FieldOfEducation::label).orElse(code)
                + " (ISCED-F "
                + code
                + ")";
    }

    /** The name of an organisation here; what is not known here keeps its identifier. */
    public String issuerName(String issuer) {
        return Optional.of(issuer)
                .filter(it -> it.startsWith("hei:"))
                .flatMap(it -> accounts.organisation(it.substring(4)))
                .map(Organisation::name)
                .orElse(issuer);
    }

    /** The same of a list of them, such as reasons quote it; anything else as it is. */
    public String issuerNames(String issuers) {
        return issuers.startsWith("hei:")
                ? Arrays.stream(issuers.split(", | / "))
                        .map(this::issuerName)
                        .collect(Collectors.joining(" or "))
                : issuers;
    }

    private static String join(List<String> values, UnaryOperator<String> words) {
        return values.stream().map(words).collect(Collectors.joining(" or "));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
