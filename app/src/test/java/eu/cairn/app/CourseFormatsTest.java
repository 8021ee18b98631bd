package eu.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.Courses;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Course specifications and registers over HTTP: for everybody, and for the institution alone. */
class CourseFormatsTest {

    private static final TestServer SERVER = TestServer.shared();
    private static final String COURSE =
            "/catalogue/borgofiume/CLIMA-5/" + TestCourse.published(SERVER, "CLIMA-5").number();

    @Test
    void aPublishedCourseIsToBeHadInEveryFormatWithItsLosses() {
        var page = SERVER.visitor().get(COURSE + "/formats");
        assertThat(page.body())
                .contains("European Learning Model 3.2", "Open Education API v6", "Paper (PDF)")
                .contains("elements of this course");
        for (var format : new String[] {"elm", "ooapi", "html", "pdf"}) {
            assertThat(type(SERVER.visitor().get(COURSE + "/as/" + format))).isNotEmpty();
            assertThat(SERVER.visitor().get("/api/v1" + COURSE + "/as/" + format).statusCode())
                    .isEqualTo(200);
        }
        assertThat(SERVER.visitor().get("/api/v1" + COURSE + "/formats").body())
                .contains("\"own-terms\"", "\"as-text\"");
        assertThat(SERVER.visitor().get(COURSE + "/as/docx").statusCode()).isEqualTo(404);
    }

    @Test
    void theApiGivesTheFormatThatIsAccepted() {
        assertThat(type(accept("application/ld+json"))).isEqualTo("application/ld+json");
        assertThat(type(accept("application/pdf"))).isEqualTo("application/pdf");
        assertThat(type(accept("text/html;q=0.5, application/pdf"))).isEqualTo("application/pdf");
        assertThat(type(accept("application/json"))).isEqualTo("application/json");
        assertThat(type(accept("*/*"))).isEqualTo("application/json");
    }

    @Test
    void aVersionUnderReviewIsForItsInstitutionAlone() {
        var designer = SERVER.acting("borgofiume", Role.DESIGNER);
        var courses = SERVER.bean(Courses.class);
        var id = courses.begin(designer, TestDrafts.complete(SERVER, "FORMATS-1"));
        assertThat(courses.submit(designer, id).reasons()).isEmpty();
        var path = "/catalogue/borgofiume/FORMATS-1/1/as/elm";

        assertThat(SERVER.visitor().get(path).statusCode()).isEqualTo(404);
        assertThat(SERVER.as("kallavesi.designer@example.org").get(path).statusCode())
                .isEqualTo(404);
        assertThat(SERVER.as(TestServer.DESIGNER).get(path).body()).contains("\"in-review\"");
        assertThat(
                        SERVER.visitor()
                                .send(SERVER.api("/api/v1" + path, TestServer.DESIGNER).GET())
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theRegisterListsPublishedCoursesWithLevelAndValidity() {
        var csv = SERVER.visitor().get("/registers/borgofiume/courses.csv");
        var lines = csv.body().lines().toList();

        assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(lines.getFirst())
                .isEqualTo(
                        "\uFEFFcode,version,title,title_language,title_en,awarding_body,country,"
                                + "nqf,nqf_level,eqf_level,qf_ehea_cycle,isced_f,isced_f_label,ects,"
                                + "hours,language,entry_requirements,quality_assured_by,valid_from,"
                                + "valid_to,status,url");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("CLIMA-5,") && line.contains(",published,"));
        assertThat(SERVER.visitor().get("/registers/borgofiume/courses.jsonld").body())
                .contains("\"@graph\"", "LearningOpportunity", "expiryDate");
        assertThat(SERVER.visitor().get("/registers/borgofiume").body())
                .contains("CLIMA-5", "Table (CSV)");
        assertThat(SERVER.visitor().get("/api/v1/registers/borgofiume/courses").body())
                .contains("\"eqfLevel\":7");
        assertThat(SERVER.visitor().get("/registers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotOnOfferIsInTheRegisterOfItsInstitutionAlone() {
        var all = "/registers/borgofiume/courses.csv?all=true";

        assertThat(SERVER.visitor().get(all).statusCode()).isEqualTo(404);
        assertThat(SERVER.as("kallavesi.registrar@example.org").get(all).statusCode())
                .isEqualTo(404);
        assertThat(SERVER.as(TestServer.REGISTRAR).get(all).statusCode()).isEqualTo(200);
        assertThat(SERVER.as(TestServer.REGISTRAR).get(all).body())
                .doesNotContain(",draft,", ",in-review,");
    }

    private static HttpResponse<String> accept(String types) {
        return SERVER.visitor()
                .send(SERVER.api("/api/v1" + COURSE, "").header("Accept", types).GET());
    }

    private static String type(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(200);
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }
}
