package eu.cairn.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CatalogueIndexTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);

    @Property(tries = 500)
    void everyCountIsWhatCountingOneByOneGives(@ForAll long seed) {
        var random = new Random(seed);
        var courses = courses(random);
        var question = question(random);
        var matches = random.nextInt(3) == 0 ? Optional.of(matches(courses, random)) : none();

        var found = CatalogueIndex.of(courses, DAY).find(question, matches, 0, 1000);

        var naive = new Naive(currencies(courses));
        var looked = courses.stream().filter(it -> isMatched(it, matches)).toList();
        assertThat(found.total())
                .isEqualTo(looked.stream().filter(it -> naive.meets(it, question)).count());
        for (var facet : Facet.values()) {
            assertThat(found.counts().get(facet))
                    .as(facet.code())
                    .containsExactlyInAnyOrderEntriesOf(naive.counts(looked, question, facet));
        }
        found.without()
                .forEach(
                        (facet, count) ->
                                assertThat(count)
                                        .isEqualTo(
                                                looked.stream()
                                                        .filter(
                                                                it ->
                                                                        naive.meets(
                                                                                it,
                                                                                Naive.without(
                                                                                        question,
                                                                                        facet)))
                                                        .count()));
    }

    @Property(tries = 500)
    void anIndexThatWasChangedAnswersLikeOneMadeAnew(@ForAll long seed) {
        var random = new Random(seed);
        var before = courses(random);
        var after = new TreeMap<Integer, CatalogueFacts>();
        before.forEach(it -> after.put(it.id(), it));
        var changed = new ArrayList<CatalogueFacts>();
        var gone = new TreeSet<Integer>();
        for (var course : courses(random)) {
            if (random.nextInt(3) == 0) {
                gone.add(course.id());
                after.remove(course.id());
            } else {
                changed.add(course);
                after.put(course.id(), course);
            }
        }
        var question = question(random);

        var anew = CatalogueIndex.of(after.values(), DAY).find(question, none(), 1, 5);
        var with = CatalogueIndex.of(before, DAY).with(changed, gone);

        assertThat(with.isPresent()).isEqualTo(currencies(before).containsAll(currencies(changed)));
        if (currencies(before).equals(currencies(List.copyOf(after.values())))) {
            assertThat(with.map(it -> it.find(question, none(), 1, 5))).contains(anew);
        }
    }

    @Property(tries = 200)
    void thePagesTogetherAreEverythingOnce(@ForAll long seed) {
        var random = new Random(seed);
        var courses = courses(random);
        var question = question(random);
        var index = CatalogueIndex.of(courses, DAY);

        var all = index.find(question, none(), 0, 1000).entries();
        var paged = new ArrayList<Integer>();
        for (int skip = 0; skip < all.size(); skip += 3) {
            paged.addAll(index.find(question, none(), skip, 3).entries());
        }

        assertThat(paged).isEqualTo(all).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void theOrderInWhichCoursesComeChangesNothing(@ForAll long seed) {
        var random = new Random(seed);
        var courses = courses(random);
        var shuffled = new ArrayList<>(courses);
        Collections.shuffle(shuffled, random);

        assertThat(
                        CatalogueIndex.of(shuffled, DAY)
                                .find(CatalogueQuestion.open(), none(), 0, 1000)
                                .entries())
                .isEqualTo(
                        CatalogueIndex.of(courses, DAY)
                                .find(CatalogueQuestion.open(), none(), 0, 1000)
                                .entries());
    }

    @Test
    void startHoursAndPriceAreMetByOneAndTheSameRun() {
        var cheapLater = run(DAY.plusMonths(6), 300, Optional.of(new Price(0, "EUR")));
        var dearSoon = run(DAY.plusDays(10), 300, Optional.of(new Price(90_000, "EUR")));
        var index = CatalogueIndex.of(List.of(course(1, List.of(cheapLater, dearSoon))), DAY);
        var soon = new CatalogueQuestion(Map.of(), Optional.empty(), Optional.of(DAY.plusDays(30)));
        var soonAndFree =
                new CatalogueQuestion(
                        Map.of(Facet.PRICE, Set.of("free")),
                        Optional.empty(),
                        Optional.of(DAY.plusDays(30)));

        assertThat(index.find(soon, none(), 0, 9).total()).isEqualTo(1);
        assertThat(index.find(soonAndFree, none(), 0, 9).total()).isZero();
        assertThat(index.find(soonAndFree, none(), 0, 9).without())
                .isEqualTo(Map.of(Facet.PRICE, 1, Facet.START, 1));
    }

    @Test
    void whatIsFreeIsWithinEveryLimitAndWhatIsNotStatedIsInNone() {
        var free = course(1, List.of(run(DAY, 60, Optional.of(new Price(0, "SEK")))));
        var dear = course(2, List.of(run(DAY, 60, Optional.of(new Price(60_000, "EUR")))));
        var unstated = course(3, List.of(run(DAY, 60, Optional.empty())));
        var undated = course(4, List.of());
        var index = CatalogueIndex.of(List.of(free, dear, unstated, undated), DAY);

        var prices = index.find(CatalogueQuestion.open(), none(), 0, 9).counts().get(Facet.PRICE);

        assertThat(prices)
                .containsEntry("free", 1)
                .containsEntry("EUR-500", 1)
                .containsEntry("EUR-1000", 2)
                .containsEntry("unstated", 2);
    }

    @Test
    void whatCanNoLongerBeJoinedStandsWithoutAStart() {
        var over = course(1, List.of(run(DAY.minusDays(1), 60, Optional.empty())));

        var found =
                CatalogueIndex.of(List.of(over), DAY).find(CatalogueQuestion.open(), none(), 0, 9);

        assertThat(found.counts().get(Facet.START)).isEqualTo(Map.of("none", 1));
    }

    @Test
    void whoHasTheWordsInTheTitleComesFirst() {
        var soon = course(1, List.of(run(DAY.plusDays(1), 60, Optional.empty())));
        var later = course(2, List.of(run(DAY.plusDays(9), 60, Optional.empty())));
        var matches = Optional.of(new CatalogueIndex.Matches(bits(1, 2, 77), bits(2)));

        assertThat(
                        CatalogueIndex.of(List.of(soon, later), DAY)
                                .find(CatalogueQuestion.open(), matches, 0, 9)
                                .entries())
                .containsExactly(2, 1);
    }

    private static Optional<CatalogueIndex.Matches> none() {
        return Optional.empty();
    }

    private static boolean isMatched(
            CatalogueFacts course, Optional<CatalogueIndex.Matches> matches) {
        return matches.isEmpty() || matches.get().all().get(course.id());
    }

    private static CatalogueIndex.Matches matches(List<CatalogueFacts> courses, Random random) {
        var all =
                courses.stream()
                        .mapToInt(CatalogueFacts::id)
                        .filter(id -> random.nextBoolean())
                        .toArray();
        return new CatalogueIndex.Matches(
                bits(all), bits(IntStream.of(all).filter(id -> random.nextBoolean()).toArray()));
    }

    private static BitSet bits(int... entries) {
        var bits = new BitSet();
        IntStream.of(entries).forEach(bits::set);
        return bits;
    }

    private static List<CatalogueFacts> courses(Random random) {
        var courses = new ArrayList<CatalogueFacts>();
        for (int id = 1; id <= random.nextInt(12); id++) {
            var runs = new ArrayList<CatalogueFacts.Run>();
            for (int n = random.nextInt(4); n > 0; n--) {
                runs.add(
                        run(
                                DAY.plusDays(random.nextInt(120) - 30L),
                                random.nextInt(2400),
                                random.nextInt(3) == 0
                                        ? Optional.empty()
                                        : Optional.of(
                                                new Price(
                                                        random.nextInt(3) * 30_000L,
                                                        random.nextBoolean() ? "EUR" : "SEK"))));
            }
            courses.add(
                    new CatalogueFacts(
                            id,
                            random.nextInt(4) == 0
                                    ? Optional.empty()
                                    : Optional.of(new EqfLevel(5 + random.nextInt(3))),
                            new Ects(random.nextInt(40) * 100),
                            random.nextBoolean() ? "0613" : "0311",
                            random.nextBoolean() ? "en" : "it",
                            random.nextBoolean() ? "online" : "onsite",
                            random.nextBoolean() ? "IT" : "FI",
                            random.nextBoolean() ? List.of("s:1", "s:2") : List.of("s:2"),
                            random.nextBoolean() ? List.of("q") : List.of(),
                            Instant.ofEpochSecond(random.nextInt(5)),
                            runs));
        }
        return courses;
    }

    private static CatalogueQuestion question(Random random) {
        var chosen = new TreeMap<Facet, Set<String>>();
        choose(chosen, random, Facet.LEVEL, "5", "6", "7", "8");
        choose(chosen, random, Facet.CREDITS, "0", "3", "6", "30");
        choose(chosen, random, Facet.FIELD, "06", "03");
        choose(chosen, random, Facet.LANGUAGE, "en", "xx");
        choose(chosen, random, Facet.COUNTRY, "IT", "FI");
        choose(chosen, random, Facet.START, "2026-12", "2027-01", "none");
        choose(chosen, random, Facet.HOURS, "0", "5", "20");
        choose(chosen, random, Facet.SKILL, "s:1");
        choose(chosen, random, Facet.PRICE, "free", "EUR-500", "unstated");
        choose(chosen, random, Facet.QUALIFICATION, "q");
        return new CatalogueQuestion(
                chosen,
                random.nextInt(4) == 0 ? Optional.of(DAY.plusDays(20)) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(DAY.plusDays(50)) : Optional.empty());
    }

    private static void choose(
            Map<Facet, Set<String>> chosen, Random random, Facet facet, String... values) {
        if (random.nextInt(4) == 0) {
            var some = new TreeSet<String>();
            for (var value : values) {
                if (random.nextBoolean()) {
                    some.add(value);
                }
            }
            chosen.put(facet, some);
        }
    }

    private static CatalogueFacts course(int id, List<CatalogueFacts.Run> runs) {
        return new CatalogueFacts(
                id,
                Optional.of(new EqfLevel(6)),
                Ects.of(5),
                "0613",
                "en",
                "online",
                "IT",
                List.of(),
                List.of(),
                Instant.EPOCH,
                runs);
    }

    private static CatalogueFacts.Run run(LocalDate from, int minutesAWeek, Optional<Price> price) {
        return new CatalogueFacts.Run(from, from, minutesAWeek, price);
    }

    private static Set<String> currencies(List<CatalogueFacts> courses) {
        return courses.stream()
                .flatMap(course -> course.runs().stream())
                .flatMap(run -> run.price().stream())
                .map(Price::currency)
                .collect(Collectors.toSet());
    }

    /** The same, written as one would count by hand. */
    private record Naive(Set<String> currencies) {

        private static final int[] BANDS = {0, 3, 6, 12, 30};
        private static final int[] WEEKS = {0, 5, 10, 20, 35};
        private static final int[] LIMITS = {100, 250, 500, 1000, 2500, 5000};

        boolean meets(CatalogueFacts course, CatalogueQuestion question) {
            return rows(course).stream().anyMatch(run -> meets(course, run, question));
        }

        private boolean meets(
                CatalogueFacts course,
                Optional<CatalogueFacts.Run> run,
                CatalogueQuestion question) {
            for (var facet : Facet.values()) {
                var chosen = question.of(facet);
                if (!chosen.isEmpty()
                        && chosen.stream().noneMatch(values(course, run, facet)::contains)) {
                    return false;
                }
            }
            boolean bounded = question.from().isPresent() || question.to().isPresent();
            return !bounded
                    || (run.isPresent()
                            && !run.get().from().isBefore(question.from().orElse(LocalDate.MIN))
                            && !run.get().from().isAfter(question.to().orElse(LocalDate.MAX)));
        }

        Map<String, Integer> counts(
                List<CatalogueFacts> courses, CatalogueQuestion question, Facet facet) {
            var relaxed = without(question, facet);
            var counts = new TreeMap<String, Integer>();
            for (var course : courses) {
                var values = new TreeSet<String>();
                for (var run : rows(course)) {
                    if (meets(course, run, relaxed)) {
                        values.addAll(values(course, run, facet));
                    }
                }
                values.forEach(value -> counts.merge(value, 1, Integer::sum));
            }
            return counts;
        }

        static CatalogueQuestion without(CatalogueQuestion question, Facet facet) {
            var rest = new TreeMap<>(question.chosen());
            rest.remove(facet);
            return facet == Facet.START
                    ? new CatalogueQuestion(rest, Optional.empty(), Optional.empty())
                    : new CatalogueQuestion(rest, question.from(), question.to());
        }

        private static List<Optional<CatalogueFacts.Run>> rows(CatalogueFacts course) {
            var open =
                    course.runs().stream().filter(r -> !r.joinableUntil().isBefore(DAY)).toList();
            return open.isEmpty()
                    ? List.of(Optional.empty())
                    : open.stream().map(Optional::of).toList();
        }

        private Set<String> values(
                CatalogueFacts course, Optional<CatalogueFacts.Run> run, Facet facet) {
            return switch (facet) {
                case LEVEL -> course.level().map(l -> Set.of("" + l.level())).orElse(Set.of());
                case CREDITS -> Set.of("" + least(BANDS, course.credits().hundredths() / 100));
                case FIELD -> Set.of(course.field().substring(0, 2));
                case LANGUAGE -> Set.of(course.language());
                case MODE -> Set.of(course.mode());
                case COUNTRY -> Set.of(course.country());
                case SKILL -> Set.copyOf(course.skills());
                case QUALIFICATION -> Set.copyOf(course.qualifications());
                case START ->
                        Set.of(run.map(r -> r.from().toString().substring(0, 7)).orElse("none"));
                case HOURS ->
                        run.map(r -> Set.of("" + least(WEEKS, r.minutesAWeek() / 60)))
                                .orElse(Set.of());
                case PRICE -> prices(run);
            };
        }

        private Set<String> prices(Optional<CatalogueFacts.Run> run) {
            if (run.flatMap(CatalogueFacts.Run::price).isEmpty()) {
                return Set.of("unstated");
            }
            var price = run.get().price().get();
            var values = new TreeSet<String>();
            if (price.isFree()) {
                values.add("free");
            }
            for (var currency : currencies) {
                for (int limit : LIMITS) {
                    if (price.isFree()
                            || (price.currency().equals(currency)
                                    && price.hundredths() <= limit * 100L)) {
                        values.add(currency + "-" + limit);
                    }
                }
            }
            return values;
        }

        private static int least(int[] bands, int amount) {
            return IntStream.of(bands).filter(band -> amount >= band).max().orElse(0);
        }
    }
}
