package eu.cairn.app;

import eu.cairn.catalogue.CourseDraft;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of courses as the API takes them. */
final class TestDrafts {

    private TestDrafts() {}

    /** A draft in which nothing was typed yet. */
    static ObjectNode empty(TestServer server) {
        return (ObjectNode) server.bean(JsonMapper.class).valueToTree(CourseDraft.empty());
    }
}
