package eu.cairn.quality;

import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether the EQF level of a version is still the one that its national level is referenced to: a
 * framework may have changed since it was submitted.
 */
final class LevelOnTheDay {

    private LevelOnTheDay() {}

    /** Why the level cannot be approved on {@code day}; nothing where it can. */
    static List<Refusal> refusals(
            CourseVersion version, NationalFrameworks frameworks, LocalDate day) {
        var claimed = version.design().level();
        if (claimed.national().isEmpty()) {
            return List.of();
        }
        var national = claimed.national().get();
        var referenced =
                frameworks.levels(version.country(), national.level(), day).stream()
                        .filter(level -> level.framework().equals(national.framework()))
                        .toList();
        if (referenced.stream().anyMatch(level -> level.eqf().equals(claimed.eqf()))) {
            return List.of();
        }
        return List.of(
                Refusal.of(
                        "quality.level-differs",
                        "criteria.level",
                        claimed.eqf().map(EqfLevel::level).map(String::valueOf).orElse("–"),
                        national.framework(),
                        national.level(),
                        referenced.stream()
                                .map(NationalLevel::eqf)
                                .flatMap(Optional::stream)
                                .map(EqfLevel::level)
                                .map(String::valueOf)
                                .findFirst()
                                .orElse("–"),
                        day));
    }
}
