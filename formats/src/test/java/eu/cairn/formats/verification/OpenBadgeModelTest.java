package eu.cairn.formats.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.verification.OpenBadgeClasses.Occurs;
import eu.cairn.framework.Refusal;
import eu.cairn.testing.Shared;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The typed model of Open Badges 3.0 against the schema that its publisher wrote. */
class OpenBadgeModelTest {

    private static final String SCHEMA =
            "standards/open-badges-3.0/schema/ob_v3p0_achievementcredential_schema.json";

    /** The publisher's schema writes these inline or as a choice. */
    private static final String ROOT = "AchievementCredential";

    @Test
    void theTableOfClassesSaysWhatTheSchemaSays() throws IOException {
        var schema = Samples.json(Files.readString(Shared.path(SCHEMA)));
        var classes = new HashMap<String, JsonObject>();
        classes.put(ROOT, schema);
        schema.getJsonObject("$defs")
                .forEach(
                        (name, of) -> {
                            if (of.asJsonObject().containsKey("properties")) {
                                classes.put(name, of.asJsonObject());
                            }
                        });
        int members = 0;

        assertThat(OpenBadgeClasses.names()).isEqualTo(classes.keySet());
        for (var name : classes.keySet()) {
            var of = OpenBadgeClasses.named(name).orElseThrow();
            var published = classes.get(name);
            var properties = published.getJsonObject("properties");
            var expected = new TreeSet<>(properties.keySet());
            expected.removeAll(Set.of("type", "@context"));
            var stated = new TreeSet<String>();
            for (var member : of.members()) {
                members++;
                stated.add(member.name());
                assertThat(member.occurs())
                        .as(name + "." + member.name())
                        .isEqualTo(occurs(published, member.name()));
                assertThat(kind(properties.getJsonObject(member.name())))
                        .as(name + "." + member.name())
                        .satisfiesAnyOf(
                                kind -> assertThat(kind).isEqualTo(member.kind()),
                                kind -> assertThat(kind).isEqualTo(plain(member.kind())));
            }
            assertThat(stated).as(name).isEqualTo(expected);
            assertThat(of.open())
                    .as(name)
                    .isEqualTo(published.getBoolean("additionalProperties", false));
        }
        System.out.printf("Open Badges 3.0: %d classes, %d members%n", classes.size(), members);
    }

    private static Occurs occurs(JsonObject published, String member) {
        var property = published.getJsonObject("properties").getJsonObject(member);
        if (property.getString("type", "").equals("array")) {
            return Occurs.ANY_NUMBER;
        }
        return published.getJsonArray("required").contains(Json.createValue(member))
                ? Occurs.ONCE
                : Occurs.AT_MOST_ONCE;
    }

    /** The class, or the JSON type and format, of a property's values. */
    private static String kind(JsonObject property) {
        var value =
                property.getString("type", "").equals("array")
                        ? property.getJsonObject("items")
                        : property;
        if (value.containsKey("$ref")) {
            return value.getString("$ref").replace("#/$defs/", "");
        }
        if (value.containsKey("oneOf")) {
            var words = value.getJsonArray("oneOf").getJsonObject(0);
            return "words " + words.getJsonArray("enum").size();
        }
        if (value.containsKey("enum")) {
            return "words " + value.getJsonArray("enum").size();
        }
        return value.getString("type") + value.getString("format", "");
    }

    private static String plain(String kind) {
        return switch (kind) {
            case "Text", "Uri", "LanguageCode", "CompactJws" -> "string";
            case "Number" -> "number";
            case "Boolean" -> "boolean";
            case "DateTime" -> "stringdate-time";
            case "Date" -> "stringdate";
            case "AchievementType" -> "words 31";
            case "IdentifierType" -> "words 19";
            case "ResultType" -> "words 12";
            case "TargetType", "Status" -> "words 7";
            default -> kind;
        };
    }

    @Test
    void everyWordOfTheSchemaIsAdmittedAndNoOther() throws IOException {
        var schema = Samples.json(Files.readString(Shared.path(SCHEMA))).getJsonObject("$defs");
        var lists =
                Map.of(
                        "AchievementType",
                        schema.getValue("/Achievement/properties/achievementType/oneOf/0/enum"),
                        "TargetType",
                        schema.getValue("/Alignment/properties/targetType/oneOf/0/enum"),
                        "IdentifierType",
                        schema.getValue("/IdentityObject/properties/identityType/oneOf/0/enum"),
                        "ResultType",
                        schema.getValue("/ResultDescription/properties/resultType/oneOf/0/enum"),
                        "Status",
                        schema.getValue("/Result/properties/status/enum"));
        lists.forEach(
                (name, words) -> {
                    for (var word : words.asJsonArray()) {
                        assertThat(
                                        OpenBadgeClasses.admits(
                                                name,
                                                Samples.json("{\"a\":" + word + "}")
                                                        .getString("a")))
                                .isTrue();
                    }
                    assertThat(OpenBadgeClasses.admits(name, "Invented")).isFalse();
                    assertThat(OpenBadgeClasses.admits(name, "ext:Invented"))
                            .isEqualTo(!name.equals("Status"));
                });
    }

    @Test
    void whateverTheSchemaRefusesTheModelRefuses() throws IOException {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                        .getSchema(Files.readString(Shared.path(SCHEMA)));
        var document =
                Samples.json(
                        Files.readString(
                                Shared.path("standards/open-badges-3.0/vectors/complete.json")));
        var values =
                Samples.json("{\"all\":[null,1,true,\"\",\"x y\",[],{},[[1]],{\"x\":1}]}")
                        .getJsonArray("all");
        var wrong = new ArrayList<String>();
        int count = 0;
        int refused = 0;
        assertThat(findings(document)).isEmpty();
        for (var pointer : pointers(document, "")) {
            if (pointer.contains("/@context")) {
                continue;
            }
            var changes = new ArrayList<JsonObject>();
            changes.add(Json.createPointer(pointer).remove(document));
            values.forEach(
                    value -> changes.add(Json.createPointer(pointer).replace(document, value)));
            for (var changed : changes) {
                count++;
                var theirs = objections(schema, changed);
                var ours = findings(changed);
                if (!theirs.isEmpty()) {
                    refused++;
                    if (ours.isEmpty()) {
                        wrong.add(pointer + " " + theirs.getFirst());
                    }
                }
            }
        }
        System.out.printf("%d changed documents, %d refused by the schema%n", count, refused);

        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(1000);
    }

    /** What the schema objects to, but for one value where it wants a list. */
    private static List<Error> objections(Schema schema, JsonObject document) {
        return schema.validate(document.toString(), InputFormat.JSON).stream()
                .filter(error -> !error.getMessage().contains("array expected"))
                .toList();
    }

    private static List<Refusal> findings(JsonObject document) {
        var findings = new ArrayList<>(CredentialModel.findings(document));
        findings.addAll(OpenBadgeModel.findings(document));
        return findings;
    }

    private static List<String> pointers(JsonValue value, String path) {
        var all = new ArrayList<String>();
        switch (value) {
            case JsonObject object ->
                    object.forEach(
                            (name, member) -> {
                                var pointer = path + "/" + Json.encodePointer(name);
                                all.add(pointer);
                                all.addAll(pointers(member, pointer));
                            });
            case JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    all.add(path + "/" + i);
                    all.addAll(pointers(array.get(i), path + "/" + i));
                }
            }
            default -> {}
        }
        return all;
    }
}
