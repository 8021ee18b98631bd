package eu.cairn.app.web;

import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * An endpoint of the API, as people read it.
 *
 * @param who who may call it, in words
 */
public record ApiEndpoint(String method, String path, String summary, String who) {

    static List<ApiEndpoint> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(ApiEndpoint::path).thenComparing(ApiEndpoint::method))
                .toList();
    }

    private static Stream<ApiEndpoint> endpoints(RequestMappingInfo mapping, HandlerMethod code) {
        var operation = code.getMethodAnnotation(Operation.class);
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .flatMap(
                        path ->
                                mapping.getMethodsCondition().getMethods().stream()
                                        .map(method -> endpoint(method.name(), path, operation)));
    }

    private static ApiEndpoint endpoint(String method, String path, @Nullable Operation operation) {
        return new ApiEndpoint(
                method, path, operation == null ? "" : operation.summary(), who(method, path));
    }

    private static String who(String method, String path) {
        return Doors.ALL.stream()
                .filter(
                        door ->
                                door.method().equals(method)
                                        && door.pattern().getPatternString().equals(path))
                .findFirst()
                .map(Door::rule)
                .map(ApiEndpoint::who)
                .orElse("nobody");
    }

    private static String who(Door.Rule rule) {
        return switch (rule) {
            case Door.Rule.Open open -> "anybody";
            case Door.Rule.SignedIn signedIn -> "any account, for itself";
            case Door.Rule.InRole inRole ->
                    inRole.roles().stream()
                            .map(Role::title)
                            .sorted()
                            .collect(Collectors.joining(", "));
        };
    }
}
