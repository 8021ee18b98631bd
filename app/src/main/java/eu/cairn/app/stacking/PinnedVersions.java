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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        var pins = pins(rules);
        return pins.isEmpty() ? List.of() : warnings(pins, courses.published());
    }

    /** The warnings of each rulebook that has any, by its identifier. */
    Map<String, List<Refusal>> warnings(List<PublishedRulebook> rulebooks) {
        var pinning = new HashMap<String, List<Pin>>();
        for (var one : rulebooks) {
            var pins = pins(one.rules());
            if (!pins.isEmpty()) {
                pinning.put(one.id(), pins);
            }
        }
        if (pinning.isEmpty()) {
            return Map.of();
        }
        var offers = courses.published();
        return pinning.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, pins -> warnings(pins.getValue(), offers)));
    }

    private static List<Pin> pins(Rulebook rules) {
        return rules.takes().filter(PinnedVersions::pins).map(Pin::of).toList();
    }

    private List<Refusal> warnings(List<Pin> pins, List<OnOffer> offers) {
        var day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return pins.stream()
                .flatMap(
                        pin ->
                                offers.stream()
                                        .filter(offer -> pin.isOfAnother(offer, day))
                                        .map(pin::warning))
                .toList();
    }

    private static boolean pins(Take take) {
        return take.from().conditions().stream().anyMatch(Condition.Version.class::isInstance);
    }

    /**
     * What a requirement asks of a course, its grade aside.
     *
     * @param ofAny the same for any version
     */
    private record Pin(String requirement, Filter asked, Filter ofAny) {

        static Pin of(Take take) {
            var known =
                    take.from().conditions().stream()
                            .filter(it -> !CourseFacts.OPEN.contains(it.fact()))
                            .toList();
            return new Pin(
                    take.id(),
                    new Filter(known),
                    new Filter(known.stream().filter(it -> it.fact() != Fact.VERSION).toList()));
        }

        boolean isOfAnother(OnOffer offer, LocalDate day) {
            var credential = CourseFacts.of(offer, day);
            return ofAny.matches(credential, day) && !asked.matches(credential, day);
        }

        Refusal warning(OnOffer offer) {
            return Refusal.of(
                    "rulebook.version-not-offered",
                    requirement,
                    requirement,
                    offer.code(),
                    offer.version(),
                    offer.path() + "/changes");
        }
    }
}
