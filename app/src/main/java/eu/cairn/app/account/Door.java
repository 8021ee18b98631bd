package eu.cairn.app.account;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A page or endpoint and who may pass.
 *
 * @param method the HTTP method
 * @param pattern the path, with variables in braces
 * @param rule who may pass
 */
public record Door(String method, PathPattern pattern, Rule rule) {

    /** Who may pass a door. */
    public sealed interface Rule {
        /** Anybody, without an account. */
        record Open() implements Rule {}

        /** Anybody who has signed in, for themselves. */
        record SignedIn() implements Rule {}

        /** Who acts for an organisation in one of these roles, of several in the first. */
        record InRole(List<Role> roles) implements Rule {
            public InRole {
                roles = List.copyOf(roles);
            }
        }
    }

    static Door open(String method, String path) {
        return new Door(method, PathPatternParser.defaultInstance.parse(path), new Rule.Open());
    }

    static Door signedIn(String method, String path) {
        return new Door(method, PathPatternParser.defaultInstance.parse(path), new Rule.SignedIn());
    }

    static Door role(String method, String path, Role... roles) {
        return new Door(
                method,
                PathPatternParser.defaultInstance.parse(path),
                new Rule.InRole(List.of(roles)));
    }

    boolean matches(String requestMethod, String path) {
        var asked = requestMethod.equals("HEAD") ? "GET" : requestMethod;
        return method.equals(asked) && pattern.matches(PathContainer.parsePath(path));
    }
}
