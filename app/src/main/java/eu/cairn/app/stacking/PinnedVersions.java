package eu.cairn.app.stacking;

import eu.cairn.app.credential.CoursesOnOffer;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Filter;
import eu.cairn.stacking.Requirement.Take;
import eu.cairn.stacking.Rulebook;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds where the rules ask for a version of a course while another one is on offer, so that
 * whoever shares a module sees that it has changed, and nothing changes in the rules by itself.
 */
@Component
class PinnedVersions {

    private final CoursesOnOffer courses;
    private final Clock clock;

    PinnedVersions(CoursesOnOffer courses, Clock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    /** One warning for each requirement and course on offer that is only of another version. */
    List<Refusal> warnings(Rulebook rules) {
        var pinning = rules.takes().filter(PinnedVersions::pins).toList();
        if (pinning.isEmpty()) {
            return List.of();
        }
        var day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var offers = courses.published();
        return pinning.stream()
                .flatMap(
                        take ->
                                offers.stream()
                                        .flatMap(offer -> warning(take, offer, day).stream()))
                .toList();
    }

    private static boolean pins(Take take) {
        return take.from().conditions().stream().anyMatch(Condition.Version.class::isInstance);
    }

    private static Optional<Refusal> warning(Take take, OnOffer offer, LocalDate day) {
        var known =
                new Filter(
                        take.from().conditions().stream()
                                .filter(it -> !CourseFacts.OPEN.contains(it.fact()))
                                .toList());
        var credential = CourseFacts.of(offer, day);
        var others = known.conditions().stream().filter(it -> it.fact() != Fact.VERSION).toList();
        boolean only =
                new Filter(others).matches(credential, day) && !known.matches(credential, day);
        return only
                ? Optional.of(
                        Refusal.of(
                                "rulebook.version-not-offered",
                                take.id(),
                                take.id(),
                                offer.code(),
                                offer.version(),
                                offer.path() + "/changes"))
                : Optional.empty();
    }
}
