package eu.cairn.formats.verification;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.Element;
import eu.cairn.credential.MicroCredential;
import eu.cairn.verification.Check;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Verdict;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A verdict as JSON, the same for page, API and command line; the same verdict always gives the
 * same text.
 */
public final class VerdictJson {

    private static final String PREFIX = Kind.FORMAT.code() + ".";
    private static final String NOT_SUPPORTED = "format.not-supported";

    /** The codes that say which format a document has. */
    private static final Set<String> FORMATS =
            Set.of(
                    "format.open-badges-3",
                    "format.open-badges-2",
                    "format.sd-jwt-vc",
                    "format.elmo",
                    "format.learner-record",
                    "format.presentation",
                    "format.european-digital-credential");

    private static final JsonWriterFactory PRETTY =
            JSON.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private VerdictJson() {}

    /** The report with codes alone. */
    public static String write(Verdict verdict) {
        return write(verdict, check -> Optional.empty());
    }

    /** The report with a sentence beside each code that {@code words} has one for. */
    private static String write(Verdict verdict, Function<Check, Optional<String>> words) {
        return pretty(report(verdict, words).build());
    }

    /** The same with one on each credential, where the document holds several. */
    public static String write(Answer answer, Function<Check, Optional<String>> words) {
        return answer.record()
                .map(record -> write(record, words))
                .orElseGet(() -> write(answer.verdict(), words));
    }

    private static String write(RecordVerdict verdict, Function<Check, Optional<String>> words) {
        var credentials = JSON.createArrayBuilder();
        verdict.credentials().forEach(one -> credentials.add(report(one, words)));
        var associations = JSON.createArrayBuilder();
        for (var association : verdict.associations()) {
            associations.add(
                    JSON.createObjectBuilder()
                            .add("type", association.kind())
                            .add("source", association.source())
                            .add("target", association.target()));
        }
        return pretty(
                report(verdict.record(), words)
                        .add("credentials", credentials)
                        .add("associations", associations)
                        .build());
    }

    private static JsonObjectBuilder report(
            Verdict verdict, Function<Check, Optional<String>> words) {
        var report =
                JSON.createObjectBuilder()
                        .add("verdict", verdict.code())
                        .add("format", format(verdict));
        reason(verdict).ifPresent(reason -> report.add("reason", check(reason, words)));
        var checks = JSON.createArrayBuilder();
        verdict.checks().forEach(check -> checks.add(check(check, words)));
        report.add("checks", checks);
        verdict.credential()
                .ifPresent(content -> report.add("credential", summary(verdict, content)));
        return report.add("at", verdict.at().toString());
    }

    /** The format that was recognised, by its code or its name; else {@code unknown}. */
    static String format(Verdict verdict) {
        var found = verdict.checks().stream().filter(check -> check.kind() == Kind.FORMAT).toList();
        return found.stream()
                .filter(check -> FORMATS.contains(check.code()))
                .findFirst()
                .map(check -> check.code().substring(PREFIX.length()))
                .or(
                        () ->
                                found.stream()
                                        .filter(check -> check.code().equals(NOT_SUPPORTED))
                                        .flatMap(check -> check.evidence().stream())
                                        .findFirst())
                .orElse("unknown");
    }

    private static Optional<Check> reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Genuine genuine -> Optional.empty();
            case Verdict.AllGenuine several -> Optional.empty();
            case Verdict.NotGenuine notGenuine -> Optional.of(notGenuine.reason());
            case Verdict.CouldNotFinish open -> Optional.of(open.reason());
        };
    }

    private static JsonObject check(Check check, Function<Check, Optional<String>> words) {
        var object =
                JSON.createObjectBuilder()
                        .add("check", check.kind().code())
                        .add("result", check.result().code())
                        .add("code", check.code());
        put(object, "text", words.apply(check));
        return object.add("evidence", JSON.createArrayBuilder(check.evidence()))
                .add("at", check.at().toString())
                .build();
    }

    private static JsonObject summary(Verdict verdict, MicroCredential content) {
        var object =
                JSON.createObjectBuilder()
                        .add("id", content.id())
                        .add("title", content.title().authoritative())
                        .add("issuer", content.awardingBody().id())
                        .add("awardingBody", content.awardingBody().legalName());
        var by = AwardedBy.of(verdict, content);
        put(object, "listedAs", by.inDocument().map(other -> by.name()));
        put(object, "country", content.awardingBody().country().map(c -> c.code()));
        put(object, "learner", content.learner().map(l -> l.fullName()));
        put(object, "awardedOn", content.awardedOn().map(Object::toString));
        object.add("issuedAt", content.issuedAt().toString());
        put(object, "expiresOn", content.expiresOn().map(Object::toString));
        put(object, "ects", content.workload().flatMap(w -> w.credits()).map(Object::toString));
        put(object, "hours", content.workload().flatMap(w -> w.hours()).map(Object::toString));
        content.level()
                .flatMap(level -> level.eqf())
                .ifPresent(eqf -> object.add("eqf", eqf.level()));
        put(object, "cycle", content.level().flatMap(level -> level.cycle()).map(c -> c.code()));
        var national = content.level().flatMap(level -> level.national());
        put(object, "nationalFramework", national.map(n -> n.framework()));
        put(object, "nationalLevel", national.map(n -> n.level()));
        put(object, "grade", content.grade().map(g -> g.value()));
        var outcomes = JSON.createArrayBuilder();
        content.outcomes().forEach(outcome -> outcomes.add(outcome.text().authoritative()));
        var missing = JSON.createArrayBuilder();
        content.missing().stream().map(Element::code).forEach(missing::add);
        return object.add("outcomes", outcomes).add("missing", missing).build();
    }

    private static void put(JsonObjectBuilder object, String name, Optional<String> value) {
        value.ifPresent(text -> object.add(name, text));
    }

    private static String pretty(JsonObject object) {
        var text = new StringWriter();
        try (var writer = PRETTY.createWriter(text)) {
            writer.write(object);
        }
        return text.toString().strip() + "\n";
    }
}
