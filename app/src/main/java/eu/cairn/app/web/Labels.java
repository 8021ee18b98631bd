package eu.cairn.app.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import eu.cairn.catalogue.ActivityMode;
import eu.cairn.catalogue.ActivityType;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.EvidenceKind;
import eu.cairn.catalogue.OutcomeKind;
import eu.cairn.catalogue.Pace;
import eu.cairn.catalogue.StakeholderKind;
import eu.cairn.catalogue.TimeKind;
import eu.cairn.credential.AssessmentType;
import eu.cairn.credential.Contributor;
import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Level;
import eu.cairn.credential.Supervision;
import eu.cairn.framework.Admission;
import eu.cairn.framework.Countries;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LevelClaim;
import eu.cairn.framework.NationalLevel;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.TaxonomyLevel;
import eu.cairn.framework.Validity;
import eu.cairn.framework.WorkloadRate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The field's own words for the closed vocabularies, in the language of the interface. */
public final class Labels {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private static final List<String> LANGUAGES =
            List.of(
                    "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga",
                    "gl", "hr", "hu", "hy", "is", "it", "ka", "lt", "lv", "mk", "mt", "nb", "nl",
                    "pl", "pt", "ro", "sk", "sl", "sq", "sr", "sv", "tr", "uk");

    private Labels() {}

    public static String of(TaxonomyLevel level) {
        return switch (level) {
            case REMEMBER -> "Remember";
            case UNDERSTAND -> "Understand";
            case APPLY -> "Apply";
            case ANALYSE -> "Analyse";
            case EVALUATE -> "Evaluate";
            case CREATE -> "Create";
            case UNISTRUCTURAL -> "Unistructural (SOLO)";
            case MULTISTRUCTURAL -> "Multistructural (SOLO)";
            case RELATIONAL -> "Relational (SOLO)";
            case EXTENDED_ABSTRACT -> "Extended abstract (SOLO)";
        };
    }

    public static String of(OutcomeKind kind) {
        return switch (kind) {
            case KNOWLEDGE -> "Knowledge";
            case SKILLS -> "Skills";
            case RESPONSIBILITY -> "Responsibility and autonomy";
        };
    }

    public static String of(ActivityType type) {
        return switch (type) {
            case LECTURE -> "Lecture";
            case SEMINAR -> "Seminar";
            case READING -> "Reading";
            case VIDEO -> "Video";
            case WRITING -> "Writing";
            case DISCUSSION -> "Discussion";
            case PRACTICAL -> "Practical or laboratory work";
            case PROJECT -> "Project";
            case PLACEMENT -> "Placement";
            case SELF_STUDY -> "Self-study";
            case EXAM_PREPARATION -> "Preparation for an examination";
        };
    }

    public static List<Option> taxonomyLevels() {
        return Stream.of(TaxonomyLevel.values()).map(l -> new Option(l.code(), of(l))).toList();
    }

    public static List<Option> outcomeKinds() {
        return Stream.of(OutcomeKind.values()).map(k -> new Option(k.code(), of(k))).toList();
    }

    public static String of(StakeholderKind kind) {
        return switch (kind) {
            case EMPLOYER -> "Employer";
            case SECTOR_BODY -> "Sector body";
            case PUBLIC_BODY -> "Public body";
            case PROFESSIONAL_BODY -> "Professional body";
            case LEARNERS -> "Learners";
            case CIVIL_SOCIETY -> "Civil society";
        };
    }

    public static List<Option> stakeholderKinds() {
        return Stream.of(StakeholderKind.values()).map(k -> new Option(k.code(), of(k))).toList();
    }

    public static String of(EvidenceKind kind) {
        return switch (kind) {
            case VACANCIES -> "Vacancies";
            case SECTOR_STATEMENT -> "Statement of a sector";
            case LAW -> "Law";
            case SURVEY -> "Survey";
            case STATISTICS -> "Statistics";
        };
    }

    public static List<Option> evidenceKinds() {
        return Stream.of(EvidenceKind.values()).map(k -> new Option(k.code(), of(k))).toList();
    }

    public static String of(TimeKind kind) {
        return switch (kind) {
            case CONTACT -> "Contact";
            case GUIDED -> "Guided";
            case INDEPENDENT -> "Independent";
        };
    }

    public static List<Option> timeKinds() {
        return Stream.of(TimeKind.values()).map(k -> new Option(k.code(), of(k))).toList();
    }

    public static String of(Pace pace) {
        return switch (pace) {
            case SCHEDULED -> "On fixed dates";
            case SELF_PACED -> "At the learner’s own pace";
        };
    }

    public static List<Option> paces() {
        return Stream.of(Pace.values()).map(p -> new Option(p.code(), of(p))).toList();
    }

    public static String of(ActivityMode mode) {
        return switch (mode) {
            case ONSITE -> "Onsite";
            case ONLINE_SYNCHRONOUS -> "Online, live (synchronous)";
            case ONLINE_ASYNCHRONOUS -> "Online, in one’s own time (asynchronous)";
            case BLENDED -> "Blended";
        };
    }

    public static List<Option> activityModes() {
        return Stream.of(ActivityMode.values()).map(m -> new Option(m.code(), of(m))).toList();
    }

    public static List<Option> activityTypes() {
        return Stream.of(ActivityType.values()).map(t -> new Option(t.code(), of(t))).toList();
    }

    /** The methods of estimating hours, each with what its amount counts. */
    public static List<Option> workloadRates() {
        return WorkloadRate.all().stream()
                .map(
                        rate ->
                                new Option(
                                        rate.code(),
                                        "%s, %s: by %s"
                                                .formatted(
                                                        activity(rate.activity()),
                                                        condition(rate.condition()),
                                                        rate.unit().code())))
                .toList();
    }

    private static String activity(String code) {
        return switch (code) {
            case "reading" -> "Reading";
            case "writing" -> "Writing";
            case "video" -> "Video";
            case "contact" -> "Class";
            case "contact-followup" -> "Before and after class";
            case "quiz" -> "Quiz";
            case "discussion" -> "Forum";
            case "peer-review" -> "Peer review";
            case "lab" -> "Laboratory";
            case "exam-prep" -> "Preparing for an examination";
            default -> code;
        };
    }

    private static String condition(String condition) {
        return condition
                .replace("purpose=", "to ")
                .replace("new_concepts=", "")
                .replaceAll(";(none|some|many);", ", $1 new concepts;")
                .replace("genre=", "")
                .replaceAll(";drafting=(none|minimal|extensive)", ", $1 drafting")
                .replaceAll(";?words_per_page=(\\d+)", ", $1 words a page")
                .replace(";", ", ");
    }

    public static String of(AssessmentType type) {
        return switch (type) {
            case WRITTEN_EXAMINATION -> "Written examination";
            case ORAL_EXAMINATION -> "Oral examination";
            case MARKED_ASSIGNMENT -> "Marked assignment";
            case PROJECT_WORK -> "Project work";
            case PORTFOLIO -> "Portfolio";
            case PRACTICAL_ASSESSMENT -> "Practical assessment";
            case PROBLEM_BASED -> "Problem-based task";
            case ARTEFACT -> "Artefact";
            case QUIZ -> "Quiz";
            case CONTINUOUS_EVALUATION -> "Continuous evaluation";
            case GROUP_PERFORMANCE -> "Group performance";
            case PEER_ASSESSMENT -> "Peer assessment";
            case PEER_REVIEW -> "Peer review";
            case ATTENDANCE -> "Level of attendance";
        };
    }

    public static String of(FormOfParticipation form) {
        return switch (form) {
            case ONLINE -> "Online";
            case ONSITE -> "Onsite";
            case BLENDED -> "Blended";
        };
    }

    public static String of(Supervision supervision) {
        return switch (supervision) {
            case NONE -> "No supervision, without identity check";
            case NONE_WITH_IDENTITY_CHECK -> "No supervision, with identity check";
            case ONLINE -> "Supervised online, without identity check";
            case ONLINE_WITH_IDENTITY_CHECK -> "Supervised online, with identity check";
            case ONSITE -> "Supervised onsite, without identity check";
            case ONSITE_WITH_IDENTITY_CHECK -> "Supervised onsite, with identity check";
        };
    }

    public static String of(FormalStatus status) {
        return switch (status) {
            case STAND_ALONE -> "Stand-alone course";
            case PART_OF_PROGRAMME -> "Part of a programme";
            case PARTNER_OFFER -> "Offered by a partner";
        };
    }

    public static String of(Contributor.Role role) {
        return switch (role) {
            case JOINT_AWARDING_BODY -> "Awarded jointly with";
            case PROVIDER -> "Taught by";
            case PLATFORM -> "Platform";
        };
    }

    public static String of(Cycle cycle) {
        return switch (cycle) {
            case SHORT -> "QF-EHEA short cycle";
            case FIRST -> "QF-EHEA first cycle";
            case SECOND -> "QF-EHEA second cycle";
            case THIRD -> "QF-EHEA third cycle";
        };
    }

    public static String of(CourseState state) {
        return switch (state) {
            case DRAFT -> "Draft";
            case IN_REVIEW -> "In review";
            case APPROVED -> "Approved";
            case PUBLISHED -> "Published";
            case SUSPENDED -> "Suspended";
            case CLOSED -> "Closed";
        };
    }

    /** What somebody does who moves a course into a state. */
    public static String deed(CourseState state) {
        return switch (state) {
            case DRAFT -> "Give back";
            case IN_REVIEW -> "Submit";
            case APPROVED -> "Approve";
            case PUBLISHED -> "Publish again";
            case SUSPENDED -> "Suspend";
            case CLOSED -> "Close for good";
        };
    }

    /** The shape that stands for a state, of those that every page carries. */
    public static String shape(CourseState state) {
        return switch (state) {
            case DRAFT -> "open";
            case IN_REVIEW, SUSPENDED -> "part";
            case APPROVED, PUBLISHED -> "met";
            case CLOSED -> "skip";
        };
    }

    /** How a level is to be read, in the words that follow its name. */
    public static String of(LevelClaim claim) {
        return switch (claim) {
            case INCLUDED -> "included at level";
            case REFERENCED -> "referenced to level";
            case PROVIDERS_OWN -> "provider’s own claim";
        };
    }

    /** How far a country went with micro-credentials. */
    public static String of(Admission.Status status) {
        return switch (status) {
            case IN_NQF -> "In the national framework";
            case IN_NQF_PARTLY -> "In the national framework, in part";
            case IN_LAW_LINKED -> "In law, tied to levels";
            case IN_LAW -> "In law, not in the framework";
            case AGENCY_SCHEME -> "By the scheme of an agency";
            case REGULATED -> "Regulated";
            case PARTLY -> "In part";
            case PILOT -> "Pilot";
            case STRATEGY -> "Strategy";
            case PLANNED -> "Planned";
            case DISCUSSION -> "Under discussion";
            case NOT_REGULATED -> "Not regulated";
        };
    }

    /** Since when and until when something holds, in words. */
    public static String of(Validity validity) {
        if (validity.from()
                .filter(first -> validity.to().filter(first::isAfter).isPresent())
                .isPresent()) {
            return "never in force";
        }
        var from = validity.from().map(day -> "since " + of(day));
        var to = validity.to().map(day -> "until " + of(day));
        return Stream.of(from, to).flatMap(Optional::stream).collect(joining(", "));
    }

    /** The credits that a national type may have. */
    public static String size(NationalType type) {
        var least = type.creditsLeast().map(Ects::toString);
        var most = type.creditsMost().map(Ects::toString);
        if (least.isPresent() && most.isPresent()) {
            return least.get() + " to " + most.get() + " ECTS";
        }
        return least.map(some -> "from " + some + " ECTS")
                .or(() -> most.map(some -> "up to " + some + " ECTS"))
                .orElse("any number of ECTS");
    }

    /** Every framework that the level is stated in: {@code NFQ 9, EQF 7, QF-EHEA second cycle}. */
    public static String of(Level level) {
        var parts = new ArrayList<String>();
        level.eqf().ifPresent(eqf -> parts.add("EQF " + eqf.level()));
        level.national().ifPresent(n -> parts.add(n.framework() + " level " + n.level()));
        level.cycle().ifPresent(cycle -> parts.add(of(cycle)));
        return String.join(", ", parts);
    }

    public static String of(LocalDate day) {
        return DAY.format(day);
    }

    public static String of(Instant instant, ZoneId zone) {
        return MINUTE.withZone(zone).format(instant);
    }

    /** To the minute, in UTC, and said so. */
    public static String utc(Instant instant) {
        return MINUTE.withZone(ZoneOffset.UTC).format(instant) + " UTC";
    }

    public static String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
    }

    public static String language(Language language) {
        return language(language.tag());
    }

    public static List<Option> assessmentTypes() {
        return Arrays.stream(AssessmentType.values())
                .filter(type -> type != AssessmentType.ATTENDANCE)
                .map(type -> new Option(type.code(), of(type)))
                .toList();
    }

    public static List<Option> formsOfParticipation() {
        return Arrays.stream(FormOfParticipation.values())
                .map(form -> new Option(form.code(), of(form)))
                .toList();
    }

    public static List<Option> supervisions() {
        return Arrays.stream(Supervision.values())
                .map(one -> new Option(one.code(), of(one)))
                .toList();
    }

    public static List<Option> formalStatuses() {
        return Arrays.stream(FormalStatus.values())
                .map(status -> new Option(status.code(), of(status)))
                .toList();
    }

    /** The parts that an organisation may have beside the one that awards. */
    public static List<Option> partsOfPartners() {
        return Stream.of(Contributor.Role.values())
                .map(role -> new Option(role.code(), of(role)))
                .toList();
    }

    public static List<Option> countries() {
        return Countries.all().stream()
                .map(country -> new Option(country.code(), Countries.name(country)))
                .toList();
    }

    public static List<Option> cycles() {
        return Stream.of(Cycle.values()).map(c -> new Option(c.code(), of(c))).toList();
    }

    public static List<Option> eqfLevels() {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(Integer::toString)
                .map(n -> new Option(n, "EQF " + n))
                .toList();
    }

    /** A label that several frameworks of the country use is chosen with its framework. */
    public static List<Option> nationalLevels(List<NationalLevel> levels) {
        var labels = levels.stream().collect(groupingBy(NationalLevel::level, counting()));
        return levels.stream()
                .map(
                        level ->
                                new Option(
                                        labels.getOrDefault(level.level(), 0L) == 1
                                                ? level.level()
                                                : level.name(),
                                        level.framework()
                                                + " "
                                                + level.level()
                                                + level.eqf()
                                                        .map(eqf -> " (EQF " + eqf.level() + ")")
                                                        .orElse("")))
                .toList();
    }

    public static List<Option> fields() {
        return FieldsOfEducation.detailed().stream()
                .map(field -> new Option(field.code(), field.code() + " " + field.label()))
                .toList();
    }

    public static List<Option> languages() {
        return LANGUAGES.stream().map(tag -> new Option(tag, language(tag))).toList();
    }
}
