package eu.cairn.app.catalogue;

import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Words;
import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseChanges;
import eu.cairn.catalogue.DesignElement;
import eu.cairn.catalogue.DesignValue;
import eu.cairn.catalogue.OutcomeKind;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Coded;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.TaxonomyLevel;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** What differs between versions of a course, in words. */
public final class ChangeWords {

    private ChangeWords() {}

    public static String of(DesignElement element) {
        return Words.name("catalogue", "element." + element.code());
    }

    public static String of(CourseChanges.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
            case MOVED -> "moved";
        };
    }

    /** Of what: the element and the entry of a list that it is about. */
    public static String of(CourseChanges.Change change) {
        return change.entry().isEmpty()
                ? of(change.element())
                : of(change.element()) + ": " + change.entry();
    }

    public static String of(Optional<DesignValue> value) {
        return value.map(ChangeWords::of).orElse("–");
    }

    public static String of(DesignValue value) {
        return switch (value) {
            case DesignValue.Text(var text, var language) -> text;
            case DesignValue.Figure(var amount, var unit) -> figure(amount, unit);
            case DesignValue.Choice(var choice) -> of(choice);
            case DesignValue.Days(var from, var to) -> Labels.of(from) + " – " + Labels.of(to);
            case DesignValue.Several(var each) -> String.join("; ", each);
        };
    }

    /** By how much a figure grew or fell, with its sign; empty where there is no figure. */
    public static String difference(CourseChanges.Change change) {
        if (change.kind() == CourseChanges.Kind.MOVED) {
            return "";
        }
        return change.difference()
                .map(by -> (by.signum() > 0 ? "+" : "−") + plain(by.abs()))
                .orElse("");
    }

    private static String figure(BigDecimal amount, DesignValue.Unit unit) {
        var number = plain(amount);
        return switch (unit) {
            case ECTS -> number + " ECTS";
            case HOURS -> number + " h";
            case PERCENT -> number + " %";
            case MONTHS -> number + " months";
            case LEVEL -> "EQF " + number;
            case PLACE -> "place " + number;
        };
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static String of(Coded choice) {
        return switch (choice) {
            case FormOfParticipation form -> Labels.of(form);
            case FormalStatus status -> Labels.of(status);
            case AssessmentType type -> Labels.of(type);
            case Supervision supervision -> Labels.of(supervision);
            case Contributor.Role role -> Labels.of(role);
            case Cycle cycle -> Labels.of(cycle);
            case TaxonomyLevel level -> Labels.of(level);
            case OutcomeKind kind -> Labels.of(kind);
            case ActivityType type -> Labels.of(type);
            case ActivityMode mode -> Labels.of(mode);
            default -> choice.code().toLowerCase(Locale.ROOT);
        };
    }
}
