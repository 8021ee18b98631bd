package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Person;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.app.credential.StacksAhead;
import eu.cairn.app.web.Labels;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseState;
import eu.cairn.framework.Countries;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Lays courses on offer side by side. */
@Component
public class Comparison {

    static final int FEWEST = 2;
    static final int MOST = 4;

    private final OfferStore offers;
    private final CourseStore courses;
    private final RunStore runs;
    private final AccountStore accounts;
    private final QualificationsServed qualifications;
    private final StacksAhead ahead;
    private final Clock clock;

    Comparison(
            OfferStore offers,
            CourseStore courses,
            RunStore runs,
            AccountStore accounts,
            QualificationsServed qualifications,
            StacksAhead ahead,
            Clock clock) {
        this.offers = offers;
        this.courses = courses;
        this.runs = runs;
        this.accounts = accounts;
        this.qualifications = qualifications;
        this.ahead = ahead;
        this.clock = clock;
    }

    /**
     * Courses side by side.
     *
     * @param refusals why they cannot be compared; then there are no rows
     */
    public record Table(List<OfferStore.Offer> courses, List<Row> rows, List<Refusal> refusals) {}

    /**
     * One thing compared: for each course the lines that say it.
     *
     * @param language whether the lines of a course are in its own language
     */
    public record Row(String label, List<List<String>> cells, boolean language) {

        public boolean differs() {
            return cells.stream().distinct().count() > 1;
        }
    }

    /** A course with what is compared. */
    private record Side(OfferStore.Offer offer, List<CourseRun> open) {
        CourseDesign design() {
            return offer.design();
        }

        Optional<CourseRun> next() {
            return open.stream().findFirst();
        }
    }

    /**
     * Compares.
     *
     * @param keys of the courses, each {@code organisation/code/number}
     */
    Table of(List<String> keys, Optional<Person> person) {
        var distinct = keys.stream().distinct().toList();
        var found =
                distinct.stream()
                        .limit(MOST + 1L)
                        .map(this::offer)
                        .flatMap(Optional::stream)
                        .toList();
        if (distinct.size() > MOST) {
            return new Table(
                    List.of(),
                    List.of(),
                    List.of(Refusal.of("catalogue.compare-too-many", "course", MOST)));
        }
        if (found.size() < FEWEST) {
            return new Table(
                    found,
                    List.of(),
                    List.of(Refusal.of("catalogue.compare-too-few", "course", FEWEST, MOST)));
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var sides = found.stream().map(offer -> new Side(offer, open(offer, today))).toList();
        return new Table(found, rows(sides, person), List.of());
    }

    private Optional<OfferStore.Offer> offer(String key) {
        var parts = key.split("/", -1);
        if (parts.length != 3 || !parts[2].matches("[1-9]\\d{0,5}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts[2]);
        return offers.version(parts[0], parts[1], number)
                .filter(
                        version ->
                                courses.state(version.course(), number)
                                        .equals(Optional.of(CourseState.PUBLISHED)))
                .flatMap(
                        version ->
                                accounts.organisation(version.organisation())
                                        .map(
                                                by ->
                                                        new OfferStore.Offer(
                                                                by.slug(),
                                                                by.name(),
                                                                by.place(),
                                                                version)));
    }

    private List<CourseRun> open(OfferStore.Offer offer, LocalDate today) {
        var version = offer.version();
        return runs.takingPlace(version.course(), version.number(), version.design()).stream()
                .filter(run -> run.isOpenOn(today))
                .toList();
    }

    private List<Row> rows(List<Side> sides, Optional<Person> person) {
        var rows = new ArrayList<Row>();
        rows.add(row("Institution", sides, side -> side.offer().organisation()));
        rows.add(row("Country", sides, side -> Countries.name(side.offer().version().country())));
        rows.add(row("Credits", sides, side -> side.design().credits() + " ECTS"));
        rows.add(row("Hours", sides, side -> side.design().hours() + " h"));
        rows.add(
                row(
                        "Hours a week",
                        sides,
                        side ->
                                side.next()
                                        .map(run -> about(run.aWeek(side.design().hours())))
                                        .orElse("no dates announced")));
        rows.add(row("Level", sides, side -> Labels.of(side.design().level())));
        rows.add(row("Language", sides, side -> Labels.language(side.design().language())));
        rows.add(row("Participation", sides, side -> Labels.of(side.design().participation())));
        rows.add(row("Price", sides, Comparison::price));
        rows.add(
                row(
                        "Next start",
                        sides,
                        side ->
                                side.next()
                                        .map(run -> Labels.of(run.from()))
                                        .orElse("no dates announced")));
        rows.add(
                row(
                        "To enrol",
                        sides,
                        side -> side.design().prerequisites().orElse("nothing is required")));
        rows.add(
                new Row(
                        "Outcomes",
                        sides.stream()
                                .map(
                                        side ->
                                                side.design().outcomes().stream()
                                                        .map(it -> it.text().authoritative())
                                                        .toList())
                                .toList(),
                        true));
        rows.add(
                new Row(
                        "Assessment",
                        sides.stream().map(side -> assessment(side.design())).toList(),
                        false));
        rows.add(
                new Row(
                        "Stacks into",
                        sides.stream().map(side -> served(side.offer())).toList(),
                        false));
        person.ifPresent(it -> rows.add(additions(sides, it)));
        return rows;
    }

    private static Row row(String label, List<Side> sides, Function<Side, String> cell) {
        return new Row(
                label, sides.stream().map(side -> List.of(cell.apply(side))).toList(), false);
    }

    private static String about(LearningHours aWeek) {
        return "about %d h".formatted(Math.max(1, Math.round(aWeek.minutes() / 60.0)));
    }

    private static String price(Side side) {
        return side.next()
                .map(
                        run ->
                                run.price()
                                        .map(it -> it.isFree() ? "free of charge" : it.toString())
                                        .orElse("not stated"))
                .orElse("not stated");
    }

    private static List<String> assessment(CourseDesign design) {
        return design.tasks().stream()
                .map(
                        task ->
                                "%s, %d %%: %s"
                                        .formatted(
                                                Labels.of(task.type()),
                                                task.weightPercent(),
                                                Labels.of(task.supervision())
                                                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    private List<String> served(OfferStore.Offer offer) {
        var titles =
                qualifications.by(PublishedCourses.onOffer(offer)).stream()
                        .map(QualificationsServed.Served::title)
                        .toList();
        return titles.isEmpty() ? List.of("no published qualification") : titles;
    }

    private Row additions(List<Side> sides, Person person) {
        return new Row(
                "Would add to your stacks",
                sides.stream()
                        .map(
                                side ->
                                        lines(
                                                ahead.ifPassed(
                                                        person,
                                                        PublishedCourses.onOffer(side.offer()))))
                        .toList(),
                false);
    }

    private static List<String> lines(List<StacksAhead.Addition> additions) {
        return additions.isEmpty()
                ? List.of("you have no stack in which anything counts yet")
                : additions.stream()
                        .map(
                                one ->
                                        one.title()
                                                + ": "
                                                + (one.adds() ? one.counts() : "would add nothing"))
                        .toList();
    }
}
