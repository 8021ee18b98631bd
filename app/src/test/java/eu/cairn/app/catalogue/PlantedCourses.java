package eu.cairn.app.catalogue;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Role;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseDraft;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Courses that are published past the review, to have many of them in many languages. */
final class PlantedCourses {

    private final TestServer server;
    private final Acting acting;
    private final JsonMapper json;
    private final CourseDesign pattern;

    PlantedCourses(TestServer server, String organisation) {
        this.server = server;
        this.acting = server.acting(organisation, Role.DESIGNER);
        this.json = server.bean(JsonMapper.class);
        this.pattern =
                server.bean(OfferStore.class).published().stream()
                        .filter(offer -> !offer.design().outcomes().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .design();
    }

    /** A course on offer with this title and these outcomes, all in one language. */
    CourseVersion publish(String code, String language, String title, String... outcomes) {
        var version = publishUnseen(code, language, title, outcomes);
        server.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> server.bean(CatalogueEntries.class).refresh(version.course(), 1));
        return version;
    }

    /** The same as if it had been published before there was a catalogue to search. */
    CourseVersion publishUnseen(String code, String language, String title, String... outcomes) {
        var design = design(code, language, title, outcomes);
        var id = UUID.randomUUID();
        var version =
                new CourseVersion(
                        id,
                        1,
                        acting.organisation().id(),
                        acting.organisation().country(),
                        acting.person().id(),
                        Instant.now(),
                        design);
        var store = server.bean(CourseStore.class);
        server.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> {
                            store.add(acting, id, CourseDraft.empty(), "", Instant.now());
                            store.takeCode(acting, id, code);
                            store.freeze(version);
                            store.enter(
                                    acting, id, 1, CourseState.PUBLISHED, "Planted", Instant.now());
                        });
        return version;
    }

    private CourseDesign design(String code, String language, String title, String... outcomes) {
        var tree = (ObjectNode) tree(pattern);
        tree.put("code", code);
        tree.set("title", tree(text(language, title)));
        tree.set("language", tree(new Language(language)));
        tree.set("firstRun", json.nullNode());
        var sentences = (ArrayNode) tree.get("outcomes");
        while (sentences.size() > Math.max(1, outcomes.length)) {
            sentences.remove(sentences.size() - 1);
        }
        for (int i = 0; i < sentences.size(); i++) {
            ((ObjectNode) sentences.get(i))
                    .set("text", tree(text(language, outcomes.length > i ? outcomes[i] : title)));
        }
        return json.treeToValue(tree, CourseDesign.class);
    }

    private JsonNode tree(Object value) {
        return json.readTree(json.writeValueAsBytes(value));
    }

    private static MultilingualText text(String language, String words) {
        return MultilingualText.of(new Language(language), words);
    }

    Acting acting() {
        return acting;
    }

    /** The codes of the courses that a question finds, on its first page. */
    List<String> found(String query) {
        var codes = new ArrayList<String>();
        answer(query).get("courses").forEach(it -> codes.add(it.get("code").asString()));
        return codes;
    }

    /** What the endpoint answers to the parameters of an address. */
    ObjectNode answer(String query) {
        return (ObjectNode)
                json.readTree(server.visitor().get("/api/v1/catalogue/search?" + query).body());
    }
}
