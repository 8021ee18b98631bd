package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.cairn.catalogue.CourseChanges.Kind;
import eu.cairn.framework.MultilingualText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseChangesTest {

    /** Records that are compared part by part; every other value is compared as a whole. */
    private static final Set<Class<?>> OPENED =
            Set.of(
                    CourseDesign.Activity.class,
                    CourseDesign.Task.class,
                    CourseDesign.Aim.class,
                    eu.cairn.credential.LearningOutcome.class,
                    eu.cairn.credential.Level.class,
                    CredentialTerms.class,
                    CredentialTerms.Ageing.class,
                    CredentialTerms.Partner.class,
                    CoursePlan.class,
                    CoursePlan.Relevance.class,
                    CoursePlan.Place.class,
                    CoursePlan.LevelGrounds.class,
                    CoursePlan.Time.class,
                    CoursePlan.Choices.class);

    /** A code that changes alone breaks what refers to it. */
    private static final Set<DesignElement> REFERRED_TO =
            Set.of(DesignElement.OUTCOME_CODE, DesignElement.AIM_OUTCOME);

    private final CourseDesign design = Changed.complete();

    @Test
    void everyFieldOfADesignIsNamedExactlyOnce() {
        var fields = new ArrayList<String>();
        fields(CourseDesign.class, "", fields);

        assertThat(Arrays.stream(DesignElement.values()).map(DesignElement::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    @Test
    void everyFieldThatIsStatedIsComparedAndNothingElse() {
        for (var element : DesignElement.values()) {
            if (!REFERRED_TO.contains(element)) {
                var changes = CourseChanges.between(design, Changed.in(design, element));

                assertThat(changes.all())
                        .as(element.code())
                        .extracting(CourseChanges.Change::element)
                        .containsExactlyElementsOf(
                                element.stated() ? withParts(element) : List.of());
            }
        }
    }

    /** An element with what an added entry brings along. */
    private static List<DesignElement> withParts(DesignElement element) {
        return switch (element) {
            case ACTIVITIES ->
                    List.of(element, DesignElement.ACTIVITY_HOURS, DesignElement.ACTIVITY_OUTCOMES);
            case TASKS -> List.of(element, DesignElement.TASK_HOURS, DesignElement.TASK_OUTCOMES);
            default -> List.of(element);
        };
    }

    @Test
    void anEntryThatIsDroppedTakesItsHoursKindOutcomesAndLevelWithIt() {
        var changes = CourseChanges.between(design, Changed.withoutFirst(design));

        assertThat(changes.all())
                .filteredOn(change -> change.kind() == Kind.REMOVED)
                .extracting(CourseChanges.Change::element, CourseChanges.Change::entry)
                .containsExactly(
                        tuple(DesignElement.OUTCOMES, "LO1"),
                        tuple(DesignElement.AIM_LEVEL, "LO1"),
                        tuple(DesignElement.ACTIVITIES, "Lectures"),
                        tuple(DesignElement.ACTIVITY_HOURS, "Lectures"),
                        tuple(DesignElement.ACTIVITY_OUTCOMES, "Lectures"),
                        tuple(DesignElement.ACTIVITY_KIND, "Lectures"),
                        tuple(DesignElement.TASKS, "Project report"),
                        tuple(DesignElement.TASK_HOURS, "Project report"),
                        tuple(DesignElement.TASK_OUTCOMES, "Project report"));
        assertThat(changes.of(DesignElement.ACTIVITY_HOURS).getFirst().difference())
                .hasValueSatisfying(hours -> assertThat(hours).isEqualByComparingTo("-40"));
    }

    @Test
    void zerosBehindAnAmountAreNoChange() {
        assertThat(CourseChanges.between(design, Changed.withZeros(design)).none()).isTrue();
    }

    @Test
    void aDesignDoesNotDifferFromItself() {
        assertThat(CourseChanges.between(design, design).none()).isTrue();
    }

    @Test
    void anOutcomePutInFirstChangesNoOtherAndNoTaskBesideIt() {
        var draft = Drafts.complete();
        var outcomes = new ArrayList<>(draft.outcomes());
        outcomes.addFirst(Drafts.outcome("compare measures of neighbouring regions"));
        UnaryOperator<List<Integer>> next = codes -> codes.stream().map(c -> c + 1).toList();
        var after =
                Changed.design(
                        draft.with(
                                outcomes,
                                List.of(
                                        draft.activities().get(0).teaching(List.of(1, 2, 3)),
                                        draft.activities()
                                                .get(1)
                                                .teaching(next.apply(List.of(2, 3)))),
                                List.of(
                                        draft.tasks().get(0).assessing(List.of(1, 2, 3)),
                                        draft.tasks().get(1).assessing(next.apply(List.of(3))))));

        var changes = CourseChanges.between(Changed.design(draft), after);

        assertThat(changes.all())
                .extracting(CourseChanges.Change::element, CourseChanges.Change::kind)
                .containsExactly(
                        tuple(DesignElement.OUTCOMES, Kind.ADDED),
                        tuple(DesignElement.ACTIVITY_OUTCOMES, Kind.CHANGED),
                        tuple(DesignElement.TASK_OUTCOMES, Kind.CHANGED));
    }

    @Test
    void outcomesInAnotherOrderAreMovedAndOnlyThat() {
        var draft = Drafts.complete();
        var outcomes = new ArrayList<>(draft.outcomes());
        Collections.swap(outcomes, 0, 1);
        var after =
                Changed.design(
                        draft.with(
                                outcomes,
                                List.of(
                                        draft.activities().get(0),
                                        draft.activities().get(1).teaching(List.of(1, 3))),
                                draft.tasks()));

        var changes = CourseChanges.between(Changed.design(draft), after);

        assertThat(changes.all()).extracting(CourseChanges.Change::kind).containsOnly(Kind.MOVED);
        assertThat(changes.all()).hasSize(1);
    }

    @Test
    void hoursAndWeightsAreFiguresWithTheirDifference() {
        var change =
                CourseChanges.between(design, Changed.in(design, DesignElement.TASK_WEIGHT))
                        .all()
                        .getFirst();

        assertThat(change.difference()).hasValue(BigDecimal.valueOf(-10));
        assertThat(change.wording()).isEmpty();
    }

    @Test
    void theWordsThatChangedWithinAnOutcomeAreMarked() {
        var pieces =
                Wording.pieces(
                        "evaluate the uncertainty of a projection",
                        "evaluate the known uncertainty of a forecast");

        assertThat(pieces)
                .containsExactly(
                        new Wording.Piece(Wording.Kind.KEPT, "evaluate the "),
                        new Wording.Piece(Wording.Kind.PUT_IN, "known "),
                        new Wording.Piece(Wording.Kind.KEPT, "uncertainty of a "),
                        new Wording.Piece(Wording.Kind.TAKEN_OUT, "projection"),
                        new Wording.Piece(Wording.Kind.PUT_IN, "forecast"));
    }

    @Test
    void textsOfTenThousandWordsAreComparedInTheTimeOfALook() {
        var one = String.join(" ", IntStream.range(0, 10_000).mapToObj(i -> "a" + i).toList());
        var other = String.join(" ", IntStream.range(0, 10_000).mapToObj(i -> "b" + i).toList());

        var began = System.nanoTime();
        assertThat(Wording.pieces(one, other)).hasSize(2);
        assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
    }

    @Test
    void spellingIsMendedWithoutAnotherMeaning() {
        assertThat(
                        Wording.onlySpelling(
                                "Regions must choose mesures", "Regions must choose measures"))
                .isTrue();
        assertThat(Wording.onlySpelling("the recieved data", "the received data")).isTrue();
        assertThat(Wording.onlySpelling("is not needed", "is now needed")).isFalse();
        assertThat(Wording.onlySpelling("pass from 18", "pass from 19")).isFalse();
        assertThat(Wording.onlySpelling("pass from 1800", "pass from 1900")).isFalse();
        assertThat(Wording.onlySpelling("needed", "not needed")).isFalse();
        assertThat(Wording.onlySpelling("symptomatic", "asymptomatic")).isFalse();
    }

    @Test
    void aSymbolIsAsGoodAsAWord() {
        for (var pair :
                List.of(
                        List.of("C++", "C#"),
                        List.of("age > 18", "age < 18"),
                        List.of("pass from 1.5", "pass from 1,5"),
                        List.of("± 5 points", "5 points"))) {
            assertThat(Wording.onlySpelling(pair.getFirst(), pair.getLast())).isFalse();
            assertThat(Wording.onlyTypography(pair.getFirst(), pair.getLast())).isFalse();
            assertThat(Wording.percentChanged(pair.getFirst(), pair.getLast())).isPositive();
        }
    }

    @Test
    void typographyIsCapitalsSpacesAndPunctuationOfSentences() {
        assertThat(Wording.onlyTypography("Read , and “write”", "read and write.")).isTrue();
        assertThat(Wording.onlyTypography("Infection control", "Injection control")).isFalse();
        assertThat(Wording.onlyTypography("The recieved data", "The received data")).isFalse();
    }

    private static void fields(Class<?> type, String prefix, List<String> fields) {
        for (var component : type.getRecordComponents()) {
            var path = prefix + component.getName();
            var inner = inner(component);
            if (!OPENED.contains(inner)) {
                fields.add(path);
                if (inner == MultilingualText.class) {
                    fields.add(path + ".translations");
                }
            } else {
                if (List.class.isAssignableFrom(component.getType())) {
                    fields.add(path);
                }
                fields(inner, path + ".", fields);
            }
        }
    }

    private static Class<?> inner(RecordComponent component) {
        return raw(
                component.getGenericType() instanceof ParameterizedType generic
                        ? generic.getActualTypeArguments()[0]
                        : component.getType());
    }

    private static Class<?> raw(Type type) {
        return type instanceof Class<?> known
                ? known
                : raw(((ParameterizedType) type).getRawType());
    }
}
