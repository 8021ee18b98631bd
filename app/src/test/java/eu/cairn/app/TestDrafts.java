package eu.cairn.app;

import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.CourseStore;
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

    /** A draft that can be submitted: that of a course of the demo, under another code. */
    static CourseDraft complete(TestServer server, String code) {
        var json = server.bean(JsonMapper.class);
        return json.treeToValue(completeJson(server).put("code", code), CourseDraft.class);
    }

    /** The same as the API takes it. */
    static ObjectNode completeJson(TestServer server) {
        var designer = server.acting("borgofiume", Role.DESIGNER);
        var course = TestCourse.published(server, "CLIMA-5").id();
        return (ObjectNode)
                server.bean(JsonMapper.class)
                        .valueToTree(
                                server.bean(CourseStore.class)
                                        .draft(designer, course)
                                        .orElseThrow()
                                        .draft());
    }
}
