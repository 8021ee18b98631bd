package eu.cairn.app.catalogue;

import eu.cairn.app.web.CsvCells;
import eu.cairn.credential.Level;
import eu.cairn.credential.QualityAssurance;
import eu.cairn.formats.catalogue.CourseSpecification;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The courses of an institution as a register of qualifications lists them: what Europass asks of
 * national databases (Council Recommendation 2017/C 189/03, Annex VI) with the validity of each.
 */
public final class CourseRegister {

    private CourseRegister() {}

    /**
     * One line of a register.
     *
     * @param validFrom the day of the decision on its quality
     * @param validTo the last day on which that decision holds
     * @param status {@code published}, {@code suspended}, {@code closed} or {@code approved}
     */
    public record Listed(
            String code,
            int version,
            String title,
            String titleLanguage,
            Optional<String> titleEnglish,
            String awardingBody,
            Optional<String> country,
            Optional<String> nationalFramework,
            Optional<String> nationalLevel,
            Optional<Integer> eqfLevel,
            Optional<String> cycle,
            String field,
            String fieldLabel,
            String credits,
            String hours,
            String language,
            Optional<String> entryRequirements,
            Optional<String> qualityAssuredBy,
            Optional<LocalDate> validFrom,
            Optional<LocalDate> validTo,
            String status,
            String address) {

        static Listed of(CourseSpecification course) {
            var design = course.design();
            var national = design.level().national();
            return new Listed(
                    design.code(),
                    course.number(),
                    design.title().authoritative(),
                    design.title().authoritativeLanguage().tag(),
                    design.title().in(Language.ENGLISH),
                    course.institution().legalName(),
                    course.institution().country().map(country -> country.code()),
                    national.map(Level.NationalLevelClaim::framework),
                    national.map(Level.NationalLevelClaim::level),
                    design.level().eqf().map(EqfLevel::level),
                    design.level().cycle().map(Cycle::code),
                    design.field().code(),
                    design.field().label(),
                    design.credits().toString(),
                    design.hours().toString(),
                    design.language().tag(),
                    design.prerequisites(),
                    course.approval().map(QualityAssurance::decidedBy),
                    course.approval().flatMap(QualityAssurance::decidedOn),
                    course.approval().flatMap(QualityAssurance::validUntil),
                    course.state().code(),
                    course.address());
        }

        private List<String> cells() {
            return List.of(
                    code,
                    String.valueOf(version),
                    title,
                    titleLanguage,
                    titleEnglish.orElse(""),
                    awardingBody,
                    country.orElse(""),
                    nationalFramework.orElse(""),
                    nationalLevel.orElse(""),
                    eqfLevel.map(String::valueOf).orElse(""),
                    cycle.orElse(""),
                    field,
                    fieldLabel,
                    credits,
                    hours,
                    language,
                    entryRequirements.orElse(""),
                    qualityAssuredBy.orElse(""),
                    validFrom.map(String::valueOf).orElse(""),
                    validTo.map(String::valueOf).orElse(""),
                    status,
                    address);
        }
    }

    static final List<String> COLUMNS =
            List.of(
                    "code",
                    "version",
                    "title",
                    "title_language",
                    "title_en",
                    "awarding_body",
                    "country",
                    "nqf",
                    "nqf_level",
                    "eqf_level",
                    "qf_ehea_cycle",
                    "isced_f",
                    "isced_f_label",
                    "ects",
                    "hours",
                    "language",
                    "entry_requirements",
                    "quality_assured_by",
                    "valid_from",
                    "valid_to",
                    "status",
                    "url");

    static List<Listed> entries(List<CourseSpecification> courses) {
        return courses.stream().map(Listed::of).toList();
    }

    /** The register as a table that a spreadsheet opens without computing anything. */
    static String csv(List<CourseSpecification> courses) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        entries(courses).forEach(entry -> rows.add(entry.cells()));
        return CsvCells.write(rows);
    }
}
