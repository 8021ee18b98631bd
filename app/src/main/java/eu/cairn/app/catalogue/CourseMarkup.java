package eu.cairn.app.catalogue;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.web.Installation;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseRun;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.catalogue.Price;
import eu.cairn.framework.LearningHours;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A course as search engines and aggregators read it: {@code Course} and {@code CourseInstance} of
 * schema.org, to be put into its page.
 */
@Component
class CourseMarkup {

    private final Installation installation;
    private final JsonMapper json;

    CourseMarkup(Installation installation, JsonMapper json) {
        this.installation = installation;
        this.json = json;
    }

    /** JSON-LD without a character that could end the element of the page it stands in. */
    String of(CourseVersion version, Organisation by, List<CourseRun> runs) {
        return json.writeValueAsString(course(version, by, runs))
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }

    private Map<String, Object> course(
            CourseVersion version, Organisation by, List<CourseRun> runs) {
        var design = version.design();
        var path = "/catalogue/%s/%s/%d".formatted(by.slug(), design.code(), version.number());
        var course = new LinkedHashMap<String, Object>();
        course.put("@context", "https://schema.org");
        course.put("@type", "Course");
        course.put("@id", installation.baseUrl() + path);
        course.put("url", installation.baseUrl() + path);
        course.put("courseCode", design.code());
        course.put("name", design.title().authoritative());
        course.put("inLanguage", design.language().tag());
        course.put("description", description(design));
        course.put("provider", Map.of("@type", "Organization", "name", by.name(), "url", by.url()));
        course.put(
                "educationalCredentialAwarded",
                Map.of(
                        "@type",
                        "EducationalOccupationalCredential",
                        "credentialCategory",
                        "Micro-credential",
                        "name",
                        design.title().authoritative()));
        course.put(
                "numberOfCredits",
                Map.of(
                        "@type",
                        "StructuredValue",
                        "value",
                        design.credits().toDecimal().stripTrailingZeros(),
                        "unitText",
                        "ECTS"));
        course.put("timeRequired", duration(design.hours()));
        design.level()
                .eqf()
                .ifPresent(level -> course.put("educationalLevel", "EQF level " + level.level()));
        design.prerequisites().ifPresent(it -> course.put("coursePrerequisites", it));
        course.put(
                "teaches",
                design.outcomes().stream().map(it -> it.text().authoritative()).toList());
        if (!runs.isEmpty()) {
            course.put(
                    "hasCourseInstance", runs.stream().map(run -> instance(design, run)).toList());
        }
        var offers = new ArrayList<Object>();
        runs.forEach(run -> run.price().ifPresent(price -> offers.add(offer(price, run))));
        if (!offers.isEmpty()) {
            course.put("offers", offers);
        }
        return course;
    }

    private static String description(CourseDesign design) {
        return "On completion, the learner is able to: "
                + design.outcomes().stream()
                        .map(outcome -> outcome.text().authoritative())
                        .collect(Collectors.joining("; "));
    }

    private static Map<String, Object> instance(CourseDesign design, CourseRun run) {
        var instance = new LinkedHashMap<String, Object>();
        instance.put("@type", "CourseInstance");
        instance.put("courseMode", design.participation().code());
        instance.put("inLanguage", design.language().tag());
        instance.put("startDate", run.from().toString());
        instance.put("endDate", run.to().toString());
        instance.put("courseWorkload", duration(run.aWeek(design.hours())));
        run.where().ifPresent(where -> instance.put("location", where));
        run.places().ifPresent(n -> instance.put("maximumAttendeeCapacity", n));
        return instance;
    }

    private static Map<String, Object> offer(Price price, CourseRun run) {
        var offer = new LinkedHashMap<String, Object>();
        offer.put("@type", "Offer");
        offer.put("category", price.isFree() ? "Free" : "Paid");
        offer.put("price", price.amount());
        offer.put("priceCurrency", price.currency());
        offer.put("validThrough", run.joinableUntil().toString());
        return offer;
    }

    private static String duration(LearningHours hours) {
        return Duration.ofMinutes(hours.minutes()).toString();
    }
}
