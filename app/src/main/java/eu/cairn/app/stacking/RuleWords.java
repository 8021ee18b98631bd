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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /** {@code At most 10.0 ECTS: level 6}, or the title that the rulebook gives it. */
    public String of(Limit limit) {
        if (limit.note().title().isPresent()) {
            return limit.note().title().get();
        }
        var bounds = new ArrayList<String>();
        limit.atLeast().ifPresent(least -> bounds.add("at least " + least + " ECTS"));
        limit.atMost().ifPresent(most -> bounds.add("at most " + most + " ECTS"));
        limit.coursesAtLeast().ifPresent(least -> bounds.add("at least " + least + " courses"));
        limit.coursesAtMost().ifPresent(most -> bounds.add("at most " + most + " courses"));
        var where = limit.where().conditions().stream().map(this::of).toList();
        return capital(String.join(", ", bounds))
                + (where.isEmpty() ? " in all" : ": " + String.join(", ", where));
    }

    /** What a further credential would have to be, as far as the rules ask. */
    public String of(HeldCredential wanted) {
        var parts = new ArrayList<String>();
        wanted.course().ifPresent(course -> parts.add("course " + course));
        wanted.level().ifPresent(level -> parts.add("level " + level.level()));
        if (!wanted.themes().isEmpty()) {
            parts.add(String.join(", ", wanted.themes()));
        }
        if (!wanted.isced().isEmpty()) {
            parts.add(fields(wanted.isced()));
        }
        wanted.issuer().ifPresent(issuer -> parts.add("awarded by " + issuerName(issuer)));
        wanted.country().ifPresent(country -> parts.add("from " + Countries.name(country)));
        wanted.mode().ifPresent(parts::add);
        wanted.award().ifPresent(award -> parts.add("award " + award));
        return capital(String.join(", ", parts));
    }

    private String of(Condition condition) {
        return switch (condition) {
            case Condition.OneOf one -> oneOf(one.fact(), one.values());
            case Condition.NoneOf none -> "not awarded by " + join(none.values(), this::issuerName);
            case Condition.Field field -> fields(field.prefixes());
            case Condition.Level level -> level(level);
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
            case MODE, THEME, ISCED, LEVEL, GRADE, AWARDED -> join(values, it -> it);
        };
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
        long months = age.age().toTotalMonths();
        return "awarded in the last "
                + (months % 12 == 0 ? months / 12 + " years" : months + " months");
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

    private static String join(List<String> values, UnaryOperator<String> words) {
        return values.stream().map(words).collect(Collectors.joining(" or "));
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
