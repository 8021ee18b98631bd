package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.cairn.formats.stacking.Documents.Shown;
import eu.cairn.framework.Decided;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** The schema and the reader speak the same language. */
class RulebookSchemaTest {

    private static final String TEXT =
            Documents.text(Documents.DOCS.resolve("rulebook.schema.json"));
    private static final JsonNode SCHEMA = StackingJson.MAPPER.readTree(TEXT);
    private static final Schema COMPILED =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

    private static String json(String yaml) {
        var loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return StackingJson.MAPPER.writeValueAsString(loaded);
    }

    private static boolean valid(String yaml) {
        return COMPILED.validate(json(yaml), InputFormat.JSON).isEmpty();
    }

    private static Stream<Shown> all() {
        return Stream.concat(Documents.examples().stream(), Documents.published().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void theSchemaAdmitsWhatTheReaderReadsInYamlAndJson(Shown shown) {
        assertThat(COMPILED.validate(json(shown.rulebook()), InputFormat.JSON)).isEmpty();
        var yaml = Documents.question(shown.rulebook(), shown.passes()).rulebook();
        var json = Documents.question(json(shown.rulebook()), shown.passes()).rulebook();
        assertThat(json).isEqualTo(yaml);
    }

    private static Set<String> keys(String... path) {
        var node = SCHEMA;
        for (var step : path) {
            node = node.path(step);
        }
        assertThat(node.isObject()).as(String.join(" ", path)).isTrue();
        return new TreeSet<>(node.propertyNames());
    }

    @Test
    void theyKnowTheSameKeys() {
        var root = new HashSet<>(RulebookReader.ROOT);
        root.addAll(RulebookReader.HEADER);

        assertThat(keys("properties")).isEqualTo(root);
        assertThat(keys("properties", "qualification", "properties"))
                .isEqualTo(RulebookReader.HEADER);
        assertThat(keys("properties", "total", "properties")).isEqualTo(LimitReader.TOTAL);
        assertThat(keys("$defs", "requirement", "properties"))
                .isEqualTo(RequirementReader.REQUIREMENT);
        assertThat(keys("$defs", "limit", "properties")).isEqualTo(LimitReader.LIMIT);
        assertThat(keys("$defs", "filter", "properties")).isEqualTo(FilterReader.KNOWN);
        assertThat(keys("$defs", "share", "properties")).isEqualTo(ShareReader.SHARE);
        assertThat(keys("$defs", "bundle", "properties")).isEqualTo(BundleReader.BUNDLE);
        assertThat(keys("$defs", "bundle", "properties", "countsAs", "properties"))
                .isEqualTo(BundleReader.COUNTS_AS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requirements: [{id: r, credits: {atleast: 5}}]",
                "requirements: [{id: r, credits: 75%}]",
                "requirements: [{id: r, credits: -5}]",
                "requirements: [{id: r}]",
                "requirements: []",
                "requirements: [{id: r, all: [{course: A}], credits: 5}]",
                "requirements: [{id: r, choose: 1}]",
                "requirements: [{id: r, credits: 5, from: {level: 9}}]",
                "requirements: [{id: r, course: A, version: 0}]",
                "requirements: [{id: r, course: A, version: {from: 2}}]",
                "requirements: [{id: r, all: [{course: A}], version: 2}]",
                "requirements: [{id: r, credits: 5, from: {maxAge: old}}]",
                "requirements: [{id: r, credits: 5, from: {themes: law}}]",
                "{requirements: [{id: r, credits: 5}], limits: [{id: l}]}",
                "{requirements: [{id: r, credits: 5}], share: [{between: [r]}]}",
                "{requirements: [{id: r, credits: 5}], spent: {x: never}}",
                "{requirements: [{id: r, credits: 5}], within: {years: 1, months: 2}}",
                "{requirements: [{id: r, credits: 5}], prefer: [oldest]}",
                "{requirements: [{id: r, credits: 5}], bundles: [{id: b}]}",
                "{requirements: [{id: r, credits: 5}], scales: {x: [A]}}",
                "{requirements: [{id: r, credits: 5}], notBoth: [[A]]}",
                "{requirements: [{id: r, credits: 5}], prerequisites: [{course: A}]}",
            })
    void theyRefuseTheSame(String rules) {
        var body = rules.startsWith("{") ? rules.substring(1, rules.length() - 1) : rules;
        var text = "{qualification: {id: q, version: 1}, " + body + "}";

        assertThat(valid(text)).isFalse();
        assertThat(RulebookReader.read(text)).isInstanceOf(Decided.Refused.class);
    }
}
