package eu.cairn.app.stacking;

import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.web.Labels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the public page of a qualification shows.
 *
 * @param rulebook the version shown
 * @param rules everything that it says, in sentences
 * @param versions every version, the newest first
 * @param applies the version that applies today
 * @param offers for each requirement that takes any, the courses on offer
 * @param today where the awarding body is
 */
public record QualificationView(
        PublishedRulebook rulebook,
        RuleSentences rules,
        List<PublishedRulebook> versions,
        Optional<PublishedRulebook> applies,
        List<Offers> offers,
        LocalDate today) {

    public QualificationView {
        versions = List.copyOf(versions);
        offers = List.copyOf(offers);
    }

    /**
     * Courses on offer whose credentials a requirement takes.
     *
     * @param provided what only the award decides, in words; empty where nothing is open
     */
    public record Offers(String requirement, String title, String provided, List<OnOffer> courses) {
        public Offers {
            courses = List.copyOf(courses);
        }

        Offers(String requirement, String title, String provided) {
            this(requirement, title, provided, List.of());
        }

        Offers with(OnOffer course) {
            return new Offers(
                    requirement,
                    title,
                    provided,
                    Stream.concat(courses.stream(), Stream.of(course)).toList());
        }
    }

    /** How a version stands today. */
    public String state(PublishedRulebook version) {
        if (applies.stream().anyMatch(it -> same(it, version))) {
            return "Applies now";
        }
        if (version.validFrom().isAfter(today)) {
            return "Applies later";
        }
        return version.rules().validTo().stream().anyMatch(today::isAfter)
                ? "No longer applies"
                : "Replaced";
    }

    public boolean isShown(PublishedRulebook version) {
        return same(rulebook, version);
    }

    public boolean appliesNow() {
        return applies.stream().anyMatch(it -> same(it, rulebook));
    }

    /** {@code from 1 September 2026}, and the last day where there is one. */
    public static String days(PublishedRulebook version) {
        return "from "
                + Labels.of(version.validFrom())
                + version.rules().validTo().map(day -> " to " + Labels.of(day)).orElse("");
    }

    /** {@code EQF 7 · QF-EHEA second cycle · 18.0 ECTS}, as far as the rules state them. */
    public static String facts(PublishedRulebook version) {
        var rules = version.rules();
        return rules.level().map(eqf -> " · EQF " + eqf.level()).orElse("")
                + rules.cycle().map(cycle -> " · " + Labels.of(cycle)).orElse("")
                + rules.total()
                        .flatMap(total -> total.atLeast())
                        .map(size -> " · " + size + " ECTS")
                        .orElse("");
    }

    private static boolean same(PublishedRulebook one, PublishedRulebook other) {
        return one.id().equals(other.id()) && one.rules().version().equals(other.rules().version());
    }
}
