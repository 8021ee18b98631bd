package eu.cairn.app.web;

import eu.cairn.app.account.Membership;
import eu.cairn.app.account.Person;
import eu.cairn.app.account.Role;
import eu.cairn.app.demo.Demo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Makes the frame of a page for whoever asks for it. */
@Component
public final class PageFrames {

    static final String NOTICE = "cairn.notice";

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
        return new Page(
                "Cairn",
                person,
                person.map(PageFrames::standing).orElse(""),
                person.map(p -> sections(p, path)).orElseGet(() -> publicSections(path)),
                demo.on(),
                csrf(request),
                takeNotice(request));
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

    private static List<Page.Section> sections(Person person, String path) {
        var sections = new ArrayList<Page.Section>();
        if (person.as(Role.DESIGNER).isPresent()) {
            sections.add(section("/courses", "Courses", path));
        }
        if (person.as(Role.QUALITY_OFFICER).isPresent()) {
            sections.add(section("/reviews", "Approvals", path));
        }
        if (person.as(Role.ASSESSOR).isPresent() && person.as(Role.REGISTRAR).isEmpty()) {
            sections.add(section("/awards", "Results", path));
        }
        if (person.as(Role.REGISTRAR).isPresent()) {
            sections.add(section("/awards", "Awards", path));
            sections.add(section("/learners", "Learners", path));
            sections.add(section("/admissions", "Admissions", path));
            sections.add(section("/rulebooks", "Rulebooks", path));
        }
        if (person.as(Role.RECOGNITION_OFFICER).isPresent()) {
            sections.add(section("/applications", "Applications", path));
        }
        if (person.as(Role.NATIONAL_AUTHORITY).isPresent()) {
            sections.add(section("/national-types", "National types", path));
        }
        if (person.memberships().isEmpty()) {
            sections.add(section("/credentials", "Credentials", path));
            sections.add(section("/stacks", "Stacks", path));
            sections.add(section("/recognition", "Recognition", path));
            sections.add(section("/course-applications", "Admissions", path));
        }
        sections.addAll(publicSections(path));
        return sections;
    }

    private static List<Page.Section> publicSections(String path) {
        return List.of(
                section("/catalogue", "Find courses", path),
                section("/qualifications", "Qualifications", path),
                section("/frameworks", "Levels", path),
                section("/verify", "Verify", path));
    }

    private static Page.Section section(String href, String label, String path) {
        return new Page.Section(href, label, path.equals(href) || path.startsWith(href + "/"));
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
