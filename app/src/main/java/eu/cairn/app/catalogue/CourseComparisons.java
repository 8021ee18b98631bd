package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.app.web.NotThere;
import eu.cairn.catalogue.CourseChanges;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Sets versions of a course, or one and the draft, beside each other. */
@Component
public class CourseComparisons {

    /** How the draft is named where a version has its number. */
    public static final String DRAFT = "draft";

    private final Courses courses;
    private final CourseStore store;
    private final OfferStore offers;
    private final ApprovalWays ways;
    private final Clock clock;

    CourseComparisons(
            Courses courses, CourseStore store, OfferStore offers, ApprovalWays ways, Clock clock) {
        this.courses = courses;
        this.store = store;
        this.offers = offers;
        this.ways = ways;
        this.clock = clock;
    }

    /**
     * Two versions beside each other.
     *
     * @param choices what can be compared: numbers of versions, and the draft
     * @param from the older one as it was asked for
     * @param changes empty where the draft is not complete enough to be compared
     * @param hindering what is to be mended in the draft before it can be
     * @param way which way the draft would go if it were submitted now, after an approval
     */
    public record Comparison(
            UUID course,
            String title,
            List<String> choices,
            String from,
            String to,
            Optional<CourseChanges> changes,
            List<Refusal> hindering,
            Optional<ApprovalWays.Way> way) {}

    /** What changed with a version that became public. */
    public record Step(CourseVersion version, CourseState state, CourseChanges changes) {}

    /** Compares what is asked for; without a wish, the last version with what came after it. */
    Comparison compare(Acting acting, UUID course, Optional<String> from, Optional<String> to) {
        var saved = store.draft(acting, course).orElseThrow(NotThere::new);
        var versions = store.versions(acting, course);
        var choices =
                new ArrayList<>(
                        versions.stream().map(one -> Integer.toString(one.number())).toList());
        if (saved.canBeEdited() && acting.role() == Role.DESIGNER) {
            choices.add(DRAFT);
        }
        if (choices.isEmpty()) {
            throw new NotThere(); // what is not submitted yet is the designers' alone
        }
        var newer = to.filter(choices::contains).orElse(choices.getLast());
        var older =
                from.filter(choices::contains)
                        .orElse(choices.get(Math.max(0, choices.indexOf(newer) - 1)));
        var first = side(acting, saved, versions, older);
        var second = side(acting, saved, versions, newer);
        return new Comparison(
                course,
                title(acting, saved, versions, List.of(newer, older)),
                choices,
                older,
                newer,
                first.design.flatMap(
                        was -> second.design.map(is -> CourseChanges.between(was, is))),
                first.design.isEmpty() ? first.hindering : second.hindering,
                newer.equals(DRAFT)
                        ? second.design.flatMap(design -> ways.of(submitted(acting, saved, design)))
                        : Optional.empty());
    }

    /** The title of the draft is the designers' alone; others read that of the newest compared. */
    private static String title(
            Acting acting, SavedDraft saved, List<CourseVersion> versions, List<String> compared) {
        return acting.role() == Role.DESIGNER
                ? saved.draft().title()
                : versions.reversed().stream()
                        .filter(one -> compared.contains(Integer.toString(one.number())))
                        .findFirst()
                        .orElseThrow()
                        .design()
                        .title()
                        .authoritative();
    }

    private record Side(Optional<CourseDesign> design, List<Refusal> hindering) {}

    private Side side(
            Acting acting, SavedDraft saved, List<CourseVersion> versions, String wanted) {
        if (wanted.equals(DRAFT)) {
            var review = courses.review(acting, saved.draft());
            return new Side(review.design(), review.faults());
        }
        return new Side(
                versions.stream()
                        .filter(one -> Integer.toString(one.number()).equals(wanted))
                        .map(CourseVersion::design)
                        .findFirst(),
                List.of());
    }

    /** The draft as it would be submitted. */
    private CourseVersion submitted(Acting acting, SavedDraft saved, CourseDesign design) {
        return new CourseVersion(
                saved.course(),
                saved.number(),
                acting.organisation().id(),
                acting.organisation().country(),
                acting.person().id(),
                clock.instant(),
                design);
    }

    /** What changed with each public version of a course up to one, the newest first. */
    List<Step> published(String organisation, String code, int number) {
        var last = offers.version(organisation, code, number).orElseThrow(NotThere::new);
        var steps = new ArrayList<Step>();
        Optional<CourseDesign> before = Optional.empty();
        for (int n = 1; n <= number; n++) {
            var state = store.state(last.course(), n);
            if (state.filter(CourseState::isPublic).isEmpty()) {
                continue;
            }
            var version = store.version(last.course(), n).orElseThrow(NotThere::new);
            var design = version.design();
            steps.addFirst(
                    new Step(
                            version,
                            state.get(),
                            CourseChanges.between(before.orElse(design), design)));
            before = Optional.of(design);
        }
        if (steps.isEmpty() || steps.getFirst().version().number() != number) {
            throw new NotThere();
        }
        return steps;
    }
}
