package eu.cairn.app.stacking;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.stacking.Acceptance;
import eu.cairn.stacking.Requirement.Take;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The published qualifications, and which courses on offer can count where in them. */
@Component
class Qualifications implements QualificationsServed {

    private final RulebookStore store;
    private final CoursesOnOffer courses;
    private final RuleWords words;
    private final Clock clock;

    Qualifications(RulebookStore store, CoursesOnOffer courses, RuleWords words, Clock clock) {
        this.store = store;
        this.courses = courses;
        this.words = words;
        this.clock = clock;
    }

    /** The qualifications that apply today, by title. */
    List<PublishedRulebook> applying() {
        return store.applying(clock.instant()).stream()
                .sorted(
                        Comparator.comparing(PublishedRulebook::title)
                                .thenComparing(PublishedRulebook::id))
                .toList();
    }

    /** The version that applies today or, where none does, the newest. */
    Optional<PublishedRulebook> newest(String id) {
        return store.applying(id, clock.instant())
                .or(() -> store.versions(id).stream().findFirst());
    }

    Optional<PublishedRulebook> version(String id, String version) {
        return store.version(id, version);
    }

    /** The newest version of each of an institution's own. */
    List<PublishedRulebook> of(Organisation organisation) {
        return store.of(organisation);
    }

    /** What a page shows of a version. */
    QualificationView view(PublishedRulebook rulebook) {
        return new QualificationView(
                rulebook,
                RuleSentences.of(rulebook.rules(), words),
                store.versions(rulebook.id()),
                store.applying(rulebook.id(), clock.instant()),
                offers(rulebook),
                rulebook.day(clock.instant()));
    }

    /** For each requirement that takes any, the courses on offer whose credentials it takes. */
    private List<QualificationView.Offers> offers(PublishedRulebook rulebook) {
        var found = new LinkedHashMap<Take, QualificationView.Offers>();
        rulebook.rules()
                .takes()
                .forEach(
                        take ->
                                found.put(
                                        take,
                                        new QualificationView.Offers(
                                                take.id(), words.title(take), provided(take))));
        for (var course : courses.published()) {
            for (var take : places(rulebook, course)) {
                found.computeIfPresent(take, (it, offers) -> offers.with(course));
            }
        }
        return found.values().stream().filter(it -> !it.courses().isEmpty()).toList();
    }

    @Override
    public List<Applying> applyingNow() {
        return applying().stream()
                .map(
                        rulebook ->
                                new Applying(
                                        rulebook.id(),
                                        "/qualifications/" + rulebook.id(),
                                        rulebook.title(),
                                        rulebook.organisation().name()))
                .toList();
    }

    @Override
    public List<Served> by(OnOffer course) {
        return applying().stream()
                .map(rulebook -> served(rulebook, course))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String inForce() {
        return applying().stream()
                .map(rulebook -> rulebook.id() + "@" + rulebook.rules().version())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Optional<Served> served(PublishedRulebook rulebook, OnOffer course) {
        var places =
                places(rulebook, course).stream()
                        .map(take -> new Place(take.id(), words.title(take), provided(take)))
                        .toList();
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Served(
                                "/qualifications/" + rulebook.id(),
                                rulebook.id(),
                                rulebook.rules().version(),
                                rulebook.title(),
                                rulebook.organisation().name(),
                                rulebook.organisation().language(),
                                places));
    }

    private List<Take> places(PublishedRulebook rulebook, OnOffer course) {
        var day = rulebook.day(clock.instant());
        return Acceptance.possible(
                rulebook.rules(), CourseFacts.of(course, day), CourseFacts.OPEN, day);
    }

    /** What only the award decides and the requirement asks for. */
    private String provided(Take take) {
        return take.from().conditions().stream()
                .filter(it -> CourseFacts.OPEN.contains(it.fact()))
                .map(words::of)
                .collect(Collectors.joining(", "));
    }
}
