package eu.cairn.app.account;

import static eu.cairn.app.account.Door.open;
import static eu.cairn.app.account.Door.role;
import static eu.cairn.app.account.Door.signedIn;
import static eu.cairn.app.account.Role.DESIGNER;
import static eu.cairn.app.account.Role.QUALITY_OFFICER;
import static eu.cairn.app.account.Role.RECOGNITION_OFFICER;
import static eu.cairn.app.account.Role.REGISTRAR;

import java.util.List;
import java.util.Optional;

/** Every page and endpoint with its rule. What is not listed here is open to nobody. */
public final class Doors {

    public static final List<Door> ALL =
            List.of(
                    // what everybody may see
                    open("GET", "/"),
                    open("GET", "/sign-in"),
                    open("POST", "/sign-in"),
                    open("POST", "/sign-in/as"),
                    open("POST", "/sign-out"),
                    open("GET", "/health"),
                    open("GET", "/metrics"),
                    open("GET", "/cairn.css"),
                    open("GET", "/favicon.svg"),
                    open("GET", "/fonts/{file}"),
                    open("GET", "/webjars/htmx.org/{version}/dist/htmx.min.js"),
                    open("GET", "/catalogue"),
                    open("GET", "/catalogue/{organisation}/{code}"),
                    open("GET", "/catalogue/{organisation}/{code}/{number}"),
                    open("GET", "/qualifications"),
                    open("GET", "/qualifications/{rulebook}"),
                    open("GET", "/qualifications/{rulebook}/{version}"),
                    open("GET", "/decisions/{decision}"),
                    open("GET", "/verify"),
                    open("POST", "/verify"),
                    open("GET", "/v/{shortCode}"),
                    open("GET", "/v/{shortCode}/credential.json"),
                    open("GET", "/v/{shortCode}/certificate.pdf"),
                    open("GET", "/v/{shortCode}/supplement.pdf"),
                    open("GET", "/v/{shortCode}/badge.png"),
                    open("GET", "/v/{shortCode}/badge.svg"),
                    open("GET", "/v/{shortCode}/report.json"),
                    open("GET", "/v/{shortCode}/report.jwt"),
                    open("GET", "/v/{shortCode}/report.pdf"),
                    open("GET", "/v/{shortCode}/formats"),
                    open("GET", "/v/{shortCode}/formats/{format}"),
                    open("GET", "/api/v1/awards/{shortCode}/formats"),
                    open("GET", "/api/v1/awards/{shortCode}/status"),
                    open("GET", "/status/{organisation}/{list}"),
                    open("GET", "/status/{organisation}/{list}/tokens"),
                    open("GET", "/status/{organisation}/{list}/{index}"),
                    open("GET", "/trust.json"),
                    open("GET", "/.well-known/did.json"),
                    open("GET", "/orgs/{organisation}/did.json"),
                    open("GET", "/orgs/{organisation}/jwks.json"),
                    open("GET", "/api"),
                    open("GET", "/api/openapi.json"),
                    open("GET", "/api/v1/catalogue"),
                    open("GET", "/api/v1/catalogue/{organisation}/{code}/{number}"),
                    open("GET", "/api/v1/catalogue/{organisation}/{code}/{number}/qualifications"),
                    open("GET", "/api/v1/qualifications"),
                    open("GET", "/api/v1/qualifications/{rulebook}/{version}"),
                    open("POST", "/api/v1/verifications"),
                    open("POST", "/api/v1/verifications/report"),
                    open("GET", "/api/v1/verifications/signer"),
                    open("POST", "/api/v1/audits"),
                    open("POST", "/api/v1/plans"),
                    open("GET", "/s/{account}/{rulebook}"),
                    // test suites of others, if they are let in
                    open("GET", "/interop/vc-api/issuer"),
                    open("POST", "/interop/vc-api/credentials/issue"),
                    open("POST", "/interop/vc-api/credentials/verify"),
                    open("POST", "/interop/vc-api/presentations/verify"),
                    open("GET", "/interop/vc-api/status/{key}/{purpose}"),
                    // designers
                    role("GET", "/courses", DESIGNER),
                    role("POST", "/courses", DESIGNER),
                    role("GET", "/courses/{course}", DESIGNER),
                    role("POST", "/courses/{course}", DESIGNER),
                    role("POST", "/courses/{course}/live", DESIGNER),
                    role("GET", "/courses/{course}/preview", DESIGNER),
                    role("GET", "/api/v1/courses", DESIGNER),
                    role("POST", "/api/v1/courses", DESIGNER),
                    role("POST", "/api/v1/courses/import", DESIGNER),
                    role("GET", "/api/v1/courses/{course}", DESIGNER),
                    role("PUT", "/api/v1/courses/{course}", DESIGNER),
                    role("POST", "/api/v1/courses/{course}/submission", DESIGNER),
                    // quality officers
                    role("GET", "/reviews", QUALITY_OFFICER),
                    role("GET", "/reviews/{course}/{number}", QUALITY_OFFICER),
                    role("POST", "/reviews/{course}/{number}", QUALITY_OFFICER),
                    role("POST", "/reviews/{course}/state", QUALITY_OFFICER),
                    role("GET", "/api/v1/reviews", QUALITY_OFFICER),
                    role("GET", "/api/v1/reviews/{course}/{number}", QUALITY_OFFICER),
                    role("POST", "/api/v1/reviews/{course}/{number}/decision", QUALITY_OFFICER),
                    role("POST", "/api/v1/courses/{course}/state", QUALITY_OFFICER),
                    // registrars
                    role("GET", "/awards", REGISTRAR),
                    role("GET", "/awards/{course}/{number}", REGISTRAR),
                    role("POST", "/awards/{course}/{number}", REGISTRAR),
                    role("GET", "/awards/batches/{batch}", REGISTRAR),
                    role("POST", "/awards/batches/{batch}", REGISTRAR),
                    role("GET", "/awards/batches/{batch}/progress", REGISTRAR),
                    role("GET", "/awards/batches/{batch}/refused.csv", REGISTRAR),
                    role("GET", "/awards/{award}", REGISTRAR),
                    role("POST", "/awards/{award}/revocation", REGISTRAR),
                    role("GET", "/joint-awards", REGISTRAR),
                    role("POST", "/joint-awards/{course}/{number}", REGISTRAR),
                    role("GET", "/api/v1/joint-awards", REGISTRAR),
                    role("POST", "/api/v1/joint-awards/{course}/{number}", REGISTRAR),
                    role("GET", "/awards/{award}/correction", REGISTRAR),
                    role("POST", "/awards/{award}/correction", REGISTRAR),
                    role("GET", "/learners", REGISTRAR),
                    role("POST", "/learners", REGISTRAR),
                    role("GET", "/rulebooks", REGISTRAR),
                    role("POST", "/rulebooks", REGISTRAR),
                    role("GET", "/rulebooks/{draft}", REGISTRAR),
                    role("POST", "/rulebooks/{draft}", REGISTRAR),
                    role("POST", "/rulebooks/{draft}/live", REGISTRAR),
                    role(
                            "GET",
                            "/rulebooks/published/{rulebook}/missing-courses",
                            REGISTRAR,
                            DESIGNER),
                    role(
                            "GET",
                            "/api/v1/rulebooks/published/{rulebook}/missing-courses",
                            REGISTRAR,
                            DESIGNER),
                    role("GET", "/api/v1/rulebooks/drafts", REGISTRAR),
                    role("POST", "/api/v1/rulebooks/drafts", REGISTRAR),
                    role("GET", "/api/v1/rulebooks/drafts/{draft}", REGISTRAR),
                    role("PUT", "/api/v1/rulebooks/drafts/{draft}", REGISTRAR),
                    role("POST", "/api/v1/rulebooks/drafts/{draft}/what-if", REGISTRAR),
                    role("POST", "/api/v1/rulebooks/drafts/{draft}/publication", REGISTRAR),
                    role("POST", "/api/v1/learners", REGISTRAR),
                    role("GET", "/api/v1/learners", REGISTRAR),
                    role("POST", "/api/v1/awards/{course}/{number}/batches", REGISTRAR),
                    role("GET", "/api/v1/awards/batches/{batch}", REGISTRAR),
                    role("POST", "/api/v1/awards/batches/{batch}/confirmation", REGISTRAR),
                    role("POST", "/api/v1/awards/{award}/revocation", REGISTRAR),
                    role("POST", "/api/v1/awards/{award}/correction", REGISTRAR),
                    // learners, for themselves
                    signedIn("GET", "/credentials"),
                    signedIn("GET", "/credentials/{shortCode}/wallet"),
                    signedIn("POST", "/credentials/{shortCode}/wallet"),
                    signedIn("POST", "/api/v1/credentials/{shortCode}/wallet"),
                    signedIn("POST", "/credentials/record"),
                    signedIn("POST", "/api/v1/credentials/record"),
                    signedIn("GET", "/transcript"),
                    signedIn("GET", "/stacks"),
                    signedIn("GET", "/stacks/{rulebook}"),
                    signedIn("GET", "/stacks/{rulebook}/plan"),
                    signedIn("POST", "/stacks/{rulebook}/choices"),
                    signedIn("POST", "/stacks/{rulebook}/record"),
                    signedIn("POST", "/api/v1/stacks/{rulebook}/record"),
                    signedIn("GET", "/recognition"),
                    signedIn("GET", "/recognition/new"),
                    signedIn("POST", "/recognition"),
                    signedIn("GET", "/recognition/{application}"),
                    signedIn("GET", "/api/v1/credentials"),
                    signedIn("GET", "/api/v1/transcript"),
                    signedIn("GET", "/api/v1/stacks"),
                    signedIn("GET", "/api/v1/stacks/{rulebook}"),
                    signedIn("GET", "/api/v1/stacks/{rulebook}/plans"),
                    signedIn("POST", "/api/v1/stacks/{rulebook}/what-if"),
                    signedIn("GET", "/api/v1/stacks/{rulebook}/choices"),
                    signedIn("PUT", "/api/v1/stacks/{rulebook}/choices"),
                    signedIn("POST", "/api/v1/recognition/applications"),
                    // recognition officers
                    role("GET", "/applications", RECOGNITION_OFFICER),
                    role("GET", "/applications/{application}", RECOGNITION_OFFICER),
                    role("POST", "/applications/{application}", RECOGNITION_OFFICER),
                    role("GET", "/api/v1/recognition/applications", RECOGNITION_OFFICER),
                    role(
                            "GET",
                            "/api/v1/recognition/applications/{application}",
                            RECOGNITION_OFFICER),
                    role(
                            "POST",
                            "/api/v1/recognition/applications/{application}/decision",
                            RECOGNITION_OFFICER));

    private Doors() {}

    /** The door of a request, if there is one; a path without variables goes before one with. */
    public static Optional<Door> find(String method, String path) {
        return ALL.stream()
                .filter(door -> door.matches(method, path))
                .min((a, b) -> a.pattern().compareTo(b.pattern()));
    }
}
