package eu.cairn.formats.credential;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.credential.Level;
import eu.cairn.credential.Level.NationalLevelClaim;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.FieldOfEducation;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The alignments of an Open Badges achievement: where levels, the field and the outcomes go (Open
 * Badges 3.0, Alignment).
 */
final class Alignments {

    private static final String EQF = "ext:EQF";
    private static final String CYCLE = "ext:QF-EHEA";
    private static final String NATIONAL = "ext:NQF";
    private static final String FIELD = "ext:ISCED-F";
    private static final String OUTCOME = "ext:LearningOutcome";
    private static final String EQF_NAME = "European Qualifications Framework";
    private static final String CYCLE_NAME =
            "Qualifications Framework of the European Higher Education Area";
    private static final String EQF_URL = "http://data.europa.eu/snb/eqf/";

    /** What says where an achievement stands, not what it is about. */
    private static final Set<String> STANDING =
            Set.of(EQF, CYCLE, NATIONAL, FIELD, Edubadge.QUALITY);

    private static final Pattern LEVEL = Pattern.compile("\\D{0,40}([1-8])\\D{0,40}");

    private Alignments() {}

    static JsonArray of(MicroCredential credential, String achievementId) {
        var alignments = JSON.createArrayBuilder();
        credential.level().ifPresent(level -> levels(level).forEach(alignments::add));
        credential.field().ifPresent(field -> alignments.add(field(field)));
        for (var outcome : credential.outcomes()) {
            var code = URLEncoder.encode(outcome.code(), StandardCharsets.UTF_8);
            alignments.add(
                    alignment(
                                    OUTCOME,
                                    outcome.text().authoritative(),
                                    OpenBadgeWriter.partId(achievementId, code))
                            .add("targetCode", outcome.code()));
        }
        return alignments.build();
    }

    private static List<JsonObjectBuilder> levels(Level level) {
        return Stream.of(
                        level.eqf().map(Alignments::eqf),
                        level.cycle().map(Alignments::cycle),
                        level.national().map(Alignments::national))
                .flatMap(Optional::stream)
                .toList();
    }

    private static JsonObjectBuilder eqf(EqfLevel level) {
        return alignment(EQF, "EQF level " + level.level(), level.uri())
                .add("targetFramework", EQF_NAME)
                .add("targetCode", String.valueOf(level.level()));
    }

    private static JsonObjectBuilder cycle(Cycle cycle) {
        var url = Contexts.CAIRN + "#cycle-" + cycle.code();
        return alignment(CYCLE, "QF-EHEA " + cycle.code() + " cycle", url)
                .add("targetFramework", CYCLE_NAME)
                .add("targetCode", cycle.code());
    }

    private static JsonObjectBuilder national(NationalLevelClaim level) {
        var name = level.framework() + " " + level.level();
        return alignment(NATIONAL, name, Contexts.CAIRN + "#national-level")
                .add("targetFramework", level.framework())
                .add("targetCode", level.level());
    }

    private static JsonObjectBuilder field(FieldOfEducation field) {
        return alignment(FIELD, field.label(), field.uri())
                .add("targetFramework", "ISCED-F 2013")
                .add("targetCode", field.code());
    }

    private static JsonObjectBuilder alignment(String type, String name, String url) {
        return JSON.createObjectBuilder()
                .add("type", JSON.createArrayBuilder().add("Alignment"))
                .add("targetName", name)
                .add("targetUrl", url)
                .add("targetType", type);
    }

    /** The level that the alignments state; two that differ state none. */
    static Optional<Level> level(List<JsonObject> alignments) {
        var eqf = only(alignments, Alignments::eqfOf);
        var cycle = only(alignments, Alignments::cycleOf);
        var national = only(alignments, Alignments::nationalOf);
        return eqf.isEmpty() && cycle.isEmpty() && national.isEmpty()
                ? Optional.empty()
                : Optional.of(new Level(eqf, cycle, national));
    }

    static Optional<FieldOfEducation> field(List<JsonObject> alignments) {
        return only(alignments, Alignments::fieldOf);
    }

    /**
     * The alignments that name neither a level, a field nor a decision on quality: what the
     * achievement is about.
     */
    static List<JsonObject> others(List<JsonObject> alignments) {
        return alignments.stream()
                .filter(alignment -> !STANDING.contains(type(alignment)))
                .filter(alignment -> eqfOf(alignment).isEmpty())
                .toList();
    }

    private static Optional<EqfLevel> eqfOf(JsonObject alignment) {
        var url = Members.text(alignment, "targetUrl").orElse("");
        if (url.startsWith(EQF_URL)) {
            return oneToEight(url.substring(EQF_URL.length()));
        }
        var framework = Members.text(alignment, "targetFramework").orElse("");
        var type = type(alignment);
        if (type.equals(EQF) || (framework.contains(EQF_NAME) && !type.equals(NATIONAL))) {
            return Members.text(alignment, "targetCode")
                    .or(() -> Members.text(alignment, "targetName"))
                    .flatMap(Alignments::oneToEight);
        }
        return Optional.empty();
    }

    private static Optional<Cycle> cycleOf(JsonObject alignment) {
        return type(alignment).equals(CYCLE)
                ? Members.text(alignment, "targetCode").flatMap(Cycle::ofCode)
                : Optional.empty();
    }

    private static Optional<NationalLevelClaim> nationalOf(JsonObject alignment) {
        var framework = Members.text(alignment, "targetFramework");
        var level = Members.text(alignment, "targetCode");
        return type(alignment).equals(NATIONAL) && framework.isPresent() && level.isPresent()
                ? Optional.of(new NationalLevelClaim(framework.get(), level.get()))
                : Optional.empty();
    }

    private static Optional<FieldOfEducation> fieldOf(JsonObject alignment) {
        var label = Members.text(alignment, "targetName");
        var code = Members.text(alignment, "targetCode").filter(c -> c.matches("\\d{2,4}"));
        return type(alignment).equals(FIELD) && label.isPresent() && code.isPresent()
                ? Optional.of(new FieldOfEducation(code.get(), label.get()))
                : Optional.empty();
    }

    private static String type(JsonObject alignment) {
        return Members.text(alignment, "targetType").orElse("");
    }

    private static Optional<EqfLevel> oneToEight(String text) {
        var matcher = LEVEL.matcher(text);
        return matcher.matches()
                ? Optional.of(new EqfLevel(Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static <T> Optional<T> only(
            List<JsonObject> alignments, Function<JsonObject, Optional<T>> find) {
        var found =
                alignments.stream()
                        .flatMap(alignment -> find.apply(alignment).stream())
                        .collect(Collectors.toSet());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
