package eu.cairn.app.web;

import eu.cairn.app.account.Membership;
import eu.cairn.app.account.Person;
import eu.cairn.app.account.Role;
import eu.cairn.app.demo.Demo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the frame of a page for whoever asks for it. */
@Component
public final class PageFrames {

    static final String NOTICE = "cairn.notice";

    /**
     * The pages that are written in every language of {@link Reader}: those on which whoever has no
     * account verifies.
     */
    private static final Pattern SEVERAL = Pattern.compile("/verify(?:/batch)?|/v/[^/]+");

    private final Demo demo;

    PageFrames(Demo demo) {
        this.demo = demo;
    }

    /** Shows a notice on the next page that this person sees. */
    public static void notice(HttpServletRequest request, String words) {
        request.getSession().setAttribute(NOTICE, words);
    }

    Page frame(HttpServletRequest request) {
        var person = person();
        var path = request.getRequestURI();
        boolean several = SEVERAL.matcher(path).matches();
        var reader = several ? Reader.of(request) : Reader.ENGLISH;
        var here = new Here(path, reader);
        return new Page(
                "Cairn",
                person,
                person.map(PageFrames::standing).orElse(""),
                person.map(p -> sections(p, here)).orElseGet(() -> publicSections(here)),
                demo.on(),
                csrf(request),
                takeNotice(request),
                reader,
                several && !request.getMethod().equals("POST")
                        ? languages(request, reader)
                        : List.of());
    }

    /** The page that was asked for, in each language; what a form sent is not there any more. */
    private static List<Page.Translation> languages(HttpServletRequest request, Reader reader) {
        return Reader.LANGUAGES.stream()
                .map(
                        language ->
                                new Page.Translation(
                                        UriComponentsBuilder.fromPath(request.getRequestURI())
                                                .query(request.getQueryString())
                                                .replaceQueryParam("lang", language)
                                                .build()
                                                .toUriString(),
                                        language.toLanguageTag(),
                                        language.getDisplayLanguage(language),
                                        language.equals(reader.language())))
                .toList();
    }

    static Optional<Person> person() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    private static String standing(Person person) {
        return person.memberships().stream()
                .map(Membership::role)
                .distinct()
                .map(Role::title)
                .reduce((a, b) -> a + ", " + b)
                .orElse("learner");
    }

    private static List<Page.Section> sections(Person person, Here here) {
        var sections = new ArrayList<Page.Section>();
        if (person.as(Role.DESIGNER).isPresent()) {
            sections.add(here.section("/courses", "courses"));
        }
        if (person.as(Role.QUALITY_OFFICER).isPresent()) {
            sections.add(here.section("/reviews", "approvals"));
        }
        if (person.as(Role.ASSESSOR).isPresent() && person.as(Role.REGISTRAR).isEmpty()) {
            sections.add(here.section("/awards", "results"));
        }
        if (person.as(Role.REGISTRAR).isPresent()) {
            sections.add(here.section("/awards", "awards"));
            sections.add(here.section("/learners", "learners"));
            sections.add(here.section("/admissions", "admissions"));
            sections.add(here.section("/rulebooks", "rulebooks"));
        }
        if (person.as(Role.RECOGNITION_OFFICER).isPresent()) {
            sections.add(here.section("/applications", "applications"));
        }
        if (person.as(Role.NATIONAL_AUTHORITY).isPresent()) {
            sections.add(here.section("/national-types", "national-types"));
        }
        if (person.memberships().isEmpty()) {
            sections.add(here.section("/credentials", "credentials"));
            sections.add(here.section("/stacks", "stacks"));
            sections.add(here.section("/recognition", "recognition"));
            sections.add(here.section("/course-applications", "admissions"));
        }
        sections.addAll(publicSections(here));
        return sections;
    }

    private static List<Page.Section> publicSections(Here here) {
        return List.of(
                here.section("/catalogue", "find-courses"),
                here.section("/qualifications", "qualifications"),
                here.section("/frameworks", "levels"),
                here.section(here.reader().address("/verify"), "verify"));
    }

    /** Where the reader is. */
    private record Here(String path, Reader reader) {

        Page.Section section(String href, String name) {
            return new Page.Section(
                    href,
                    Words.name("web", "frame.nav." + name, reader.language()),
                    path.equals(href) || path.startsWith(href + "/"));
        }
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getToken()
                : "";
    }

    private static Optional<String> takeNotice(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(NOTICE) instanceof String words)) {
            return Optional.empty();
        }
        session.removeAttribute(NOTICE);
        return Optional.of(words);
    }
}
