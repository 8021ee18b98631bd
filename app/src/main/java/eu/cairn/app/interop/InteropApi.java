package eu.cairn.app.interop;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.app.web.NotThere;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.SecuredDocuments;
import eu.cairn.formats.verification.SecuredDocuments.Report;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The doors of the profile. Where it is off, nothing is there. */
@RestController
class InteropApi {

    private static final String BASE = "/interop/vc-api";

    private final Interop setting;
    private final DemoKeys keys;
    private final DemoIssuer issuer;
    private final DemoStatusLists lists;
    private final Clock clock;
    private final SecuredDocuments documents = new SecuredDocuments();

    InteropApi(
            Interop setting, DemoKeys keys, DemoIssuer issuer, DemoStatusLists lists, Clock clock) {
        this.setting = setting;
        this.keys = keys;
        this.issuer = issuer;
        this.lists = lists;
        this.clock = clock;
    }

    private void require() {
        if (!setting.interop()) {
            throw new NotThere();
        }
    }

    /** Who signs: its usual identifier, and one for each kind of key. */
    @GetMapping(BASE + "/issuer")
    ResponseEntity<String> issuer() {
        require();
        var issuers = JSON.createArrayBuilder();
        for (var key : DemoKey.values()) {
            var suites = JSON.createArrayBuilder();
            key.suites().forEach(suite -> suites.add(suite.code()));
            issuers.add(
                    JSON.createObjectBuilder()
                            .add("id", keys.signer(key).controller())
                            .add("keyType", key.title())
                            .add("verificationMethod", keys.signer(key).verificationMethod())
                            .add("cryptosuites", suites));
        }
        return InteropAnswers.json(
                HttpStatus.OK,
                JSON.createObjectBuilder()
                        .add("id", keys.signer(DemoKey.ED25519).controller())
                        .add("issuers", issuers)
                        .build());
    }

    @PostMapping(value = BASE + "/credentials/issue", consumes = MediaType.ALL_VALUE)
    ResponseEntity<String> issue(InputStream body, @RequestParam Map<String, String> address)
            throws IOException {
        require();
        var issued =
                read(body)
                        .then(
                                request ->
                                        object(request, "credential")
                                                .then(of -> issue(of, options(request), address)));
        return switch (issued) {
            case Decided.Accepted<JsonObject>(var credential) ->
                    InteropAnswers.json(HttpStatus.CREATED, credential);
            case Decided.Refused<JsonObject> refused -> InteropAnswers.refused(refused.reasons());
        };
    }

    private Decided<JsonObject> issue(
            JsonObject credential, JsonObject options, Map<String, String> address) {
        return IssueOptions.of(options, address).then(how -> issuer.issue(credential, how));
    }

    @PostMapping(value = BASE + "/credentials/verify", consumes = MediaType.ALL_VALUE)
    ResponseEntity<String> verifyCredential(InputStream body) throws IOException {
        require();
        return examined(
                read(body),
                request -> {
                    var options = ExamineOptions.ofCredential(options(request));
                    if (request.get("verifiableCredential") instanceof JsonString token) {
                        return Decided.accepted(
                                documents.token(
                                        token.getString(), options.demand(), clock.instant()));
                    }
                    return object(request, "verifiableCredential")
                            .map(credential -> credential(credential, options));
                });
    }

    private Report credential(JsonObject credential, ExamineOptions options) {
        var report = documents.credential(credential, options.demand(), clock.instant());
        if (!report.isAccepted() || !options.status()) {
            return report;
        }
        var stated = Members.items(credential, "credentialStatus").count();
        var entries = StatusList.entries(credential);
        if (entries.size() < stated) {
            return Report.refused(Refusal.of("status.kind-not-supported", "credentialStatus"));
        }
        return entries.stream()
                .filter(entry -> !lists.has(entry))
                .findFirst()
                .map(
                        entry ->
                                Report.refused(
                                        Refusal.of(
                                                "status.list-unreachable",
                                                "credentialStatus",
                                                entry.list())))
                .orElse(report);
    }

    @PostMapping(value = BASE + "/presentations/verify", consumes = MediaType.ALL_VALUE)
    ResponseEntity<String> verifyPresentation(InputStream body) throws IOException {
        require();
        return examined(
                read(body),
                request ->
                        object(request, "verifiablePresentation")
                                .map(
                                        presentation ->
                                                documents.presentation(
                                                        presentation,
                                                        ExamineOptions.ofPresentation(
                                                                        options(request))
                                                                .demand(),
                                                        clock.instant())));
    }

    /** A status list of the demo keys. */
    @GetMapping(DemoStatusLists.PATH + "{key}/{purpose}")
    ResponseEntity<String> status(@PathVariable String key, @PathVariable String purpose) {
        require();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "max-age=60")
                .body(lists.named(key, purpose).orElseThrow(NotThere::new));
    }

    private static ResponseEntity<String> examined(
            Decided<JsonObject> request, Function<JsonObject, Decided<Report>> examination) {
        return switch (request.then(examination)) {
            case Decided.Accepted<Report>(var report) ->
                    report.isAccepted()
                            ? InteropAnswers.accepted(report)
                            : InteropAnswers.refused(report.refusals());
            case Decided.Refused<Report> refused -> InteropAnswers.refused(refused.reasons());
        };
    }

    private static Decided<JsonObject> read(InputStream body) throws IOException {
        return StrictJson.parse(body.readNBytes(StrictJson.MAX_BYTES + 1));
    }

    private static JsonObject options(JsonObject request) {
        return request.get("options") instanceof JsonObject options
                ? options
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static Decided<JsonObject> object(JsonObject request, String name) {
        return request.get(name) instanceof JsonObject object
                ? Decided.accepted(object)
                : Decided.refused(Refusal.of("interop.member-missing", name, name));
    }
}
