package eu.cairn.formats.verification;

import eu.cairn.formats.credential.Members;
import eu.cairn.formats.verification.OpenBadgeClasses.Member;
import eu.cairn.formats.verification.OpenBadgeClasses.OfClass;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The shape that an Open Badges 3.0 achievement credential has beside that of any credential: in
 * every place the right class, every member that the class demands, none twice that stands once,
 * and values of the right kind (Open Badges 3.0, appendix B).
 *
 * <p>In a credential of data model 1.1 the dates have the names of that model. One value may stand
 * where the model has a list of any length, and a list of one where it has one value. Names and
 * descriptions may state their language, as in any credential. Endorsements are judged by their
 * shape here; whether they are genuine is another question.
 */
final class OpenBadgeModel {

    private static final Set<String> TYPES = Set.of("OpenBadgeCredential", "AchievementCredential");
    private static final Pattern CONTEXT =
            Pattern.compile(
                    "https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)*\\.json");
    private static final Pattern URI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LANGUAGE =
            Pattern.compile("[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final Pattern COMPACT_JWS =
            Pattern.compile("[a-zA-Z0-9_-]+\\.[a-zA-Z0-9_-]*\\.[a-zA-Z0-9_-]+");

    /** Classes whose objects have a type of somebody else's vocabulary. */
    private static final Set<String> NAMED_BY_OTHERS =
            Set.of("CredentialSchema", "CredentialStatus", "RefreshService", "TermsOfUse", "Proof");

    private static final Map<String, Predicate<JsonValue>> KINDS =
            Map.of(
                    "Text", JsonString.class::isInstance,
                    "Number", JsonNumber.class::isInstance,
                    "Boolean", v -> v.equals(JsonValue.TRUE) || v.equals(JsonValue.FALSE),
                    "Uri", v -> matches(v, URI),
                    "DateTime", OpenBadgeModel::isMoment,
                    "Date", v -> matches(v, DAY) && isDay(v),
                    "LanguageCode", v -> matches(v, LANGUAGE),
                    "CompactJws", v -> matches(v, COMPACT_JWS));

    private static final int MOST = 40;

    private final List<Refusal> findings = new ArrayList<>();

    private OpenBadgeModel() {}

    static boolean claims(JsonObject document) {
        return Members.texts(document, "type").stream().anyMatch(TYPES::contains);
    }

    /** Everything in which {@code document} departs from the model; empty if nothing does. */
    static List<Refusal> findings(JsonObject document) {
        var model = new OpenBadgeModel();
        model.object(document, "AchievementCredential", "");
        return List.copyOf(model.findings);
    }

    private void report(String code, String place) {
        if (findings.size() < MOST) {
            findings.add(Refusal.of(code, place, place));
        }
    }

    private void object(JsonObject object, String name, String path) {
        var of = OpenBadgeClasses.named(name).orElseThrow();
        var here = path.isEmpty() ? "type" : path.substring(0, path.length() - 1);
        if (!isOfClass(object, name)) {
            report("format.class-wrong", here);
        }
        if (name.equals("AchievementCredential") || name.equals("EndorsementCredential")) {
            contexts(object, path);
        }
        var model = DataModel.of(object);
        of.members().forEach(member -> member(object, member.in(model), path));
        if (name.equals("AchievementSubject")
                && !object.containsKey("id")
                && Members.items(object, "identifier").findAny().isEmpty()) {
            report("format.member-missing", path + "id");
        }
        if (!of.open()) {
            onlyKnown(object, of, path);
        }
    }

    private static boolean isOfClass(JsonObject object, String name) {
        var types = Members.texts(object, "type");
        if (NAMED_BY_OTHERS.contains(name)) {
            return !types.isEmpty();
        }
        return switch (name) {
            case "Criteria" -> true;
            case "AchievementCredential" ->
                    types.contains("VerifiableCredential")
                            && types.stream().anyMatch(TYPES::contains);
            case "EndorsementCredential" ->
                    types.contains("VerifiableCredential") && types.contains(name);
            default -> types.contains(name);
        };
    }

    private void contexts(JsonObject document, String path) {
        if (Members.texts(document, "@context").stream()
                .noneMatch(address -> CONTEXT.matcher(address).matches())) {
            report("format.context-missing", path + "@context");
        }
    }

    private void onlyKnown(JsonObject object, OfClass of, String path) {
        object.keySet().stream()
                .filter(name -> !name.equals("type") && !name.equals("id") && !of.has(name))
                .forEach(name -> report("format.member-not-expected", path + name));
    }

    private void member(JsonObject object, Member member, String path) {
        var place = path + member.name();
        var values = Members.items(object, member.name()).toList();
        if (values.isEmpty()) {
            if (member.occurs() == OpenBadgeClasses.Occurs.ONCE) {
                report("format.member-missing", place);
            } else if (object.containsKey(member.name())
                    && (member.occurs() == OpenBadgeClasses.Occurs.AT_MOST_ONCE
                            || JsonValue.NULL.equals(object.get(member.name())))) {
                report("format.value-wrong", place);
            }
            return;
        }
        if (values.size() > 1 && member.occurs() != OpenBadgeClasses.Occurs.ANY_NUMBER) {
            report("format.member-repeated", place);
        }
        for (int i = 0; i < values.size(); i++) {
            var indexed = values.size() == 1 ? place : "%s[%d]".formatted(place, i + 1);
            value(values.get(i), member, indexed);
        }
    }

    private void value(JsonValue value, Member member, String place) {
        var kind = member.kind();
        if (kind.equals("ProfileRef")) {
            if (value instanceof JsonObject profile) {
                object(profile, "Profile", place + ".");
            } else if (!matches(value, URI)) {
                report("format.value-wrong", place);
            }
        } else if (OpenBadgeClasses.isListOfWords(kind)) {
            if (!(value instanceof JsonString word)) {
                report("format.value-wrong", place);
            } else if (!OpenBadgeClasses.admits(kind, word.getString())) {
                report("format.word-unknown", place);
            }
        } else if (KINDS.containsKey(kind)) {
            if (!KINDS.get(kind).test(value) && !isWording(value, member)) {
                report("format.value-wrong", place);
            }
        } else if (value instanceof JsonObject child) {
            object(child, kind, place + ".");
        } else {
            report("format.value-wrong", place);
        }
    }

    private static boolean isWording(JsonValue value, Member member) {
        return (member.name().equals("name") || member.name().equals("description"))
                && value instanceof JsonObject wording
                && wording.get("@value") instanceof JsonString;
    }

    private static boolean matches(JsonValue value, Pattern pattern) {
        return text(value).filter(text -> pattern.matcher(text).matches()).isPresent();
    }

    private static boolean isMoment(JsonValue value) {
        return text(value).flatMap(Members::instant).isPresent();
    }

    private static boolean isDay(JsonValue value) {
        return text(value).flatMap(Members::day).isPresent();
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString string
                ? Optional.of(string.getString())
                : Optional.empty();
    }
}
