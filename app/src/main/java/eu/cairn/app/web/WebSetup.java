package eu.cairn.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Person;
import eu.cairn.formats.framework.DomainJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;

/** How pages and endpoints receive who acts, and send what they made. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final PageFrames frames;

    WebSetup(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Arguments(frames));
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new HtmlSender());
    }

    /** What JSON leaves out is an empty option or a fault of the document, and never null. */
    @Bean
    static JsonMapperBuilderCustomizer domainValues() {
        return builder ->
                builder.addModule(DomainJson.module())
                        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                        .changeDefaultNullHandling(n -> n.withContentNulls(Nulls.FAIL))
                        .changeDefaultPropertyInclusion(
                                inclusion ->
                                        inclusion.withValueInclusion(
                                                JsonInclude.Include.NON_ABSENT));
    }

    /**
     * Gives a method the frame of its page, its reader, the person, or the organisation they act
     * for.
     */
    private static final class Arguments implements HandlerMethodArgumentResolver {

        private final PageFrames frames;

        Arguments(PageFrames frames) {
            this.frames = frames;
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            var type = parameter.getParameterType();
            return type == Page.class
                    || type == Reader.class
                    || type == Person.class
                    || type == Acting.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest web,
                @Nullable WebDataBinderFactory binders) {
            var request = web.getNativeRequest(HttpServletRequest.class);
            if (request == null) {
                throw new IllegalStateException("not a servlet request");
            }
            var type = parameter.getParameterType();
            if (type == Page.class) {
                return frames.frame(request);
            }
            if (type == Reader.class) {
                return Reader.of(request);
            }
            var person = PageFrames.person().orElseThrow(NotThere::new);
            return type == Person.class ? person : acting(person, request);
        }

        private static Acting acting(Person person, HttpServletRequest request) {
            return Doors.find(request.getMethod(), request.getRequestURI())
                    .flatMap(door -> asOf(door, person, request))
                    .orElseThrow(NotThere::new);
        }

        private static Optional<Acting> asOf(Door door, Person person, HttpServletRequest request) {
            var asked = Optional.ofNullable(request.getHeader("Cairn-Organisation"));
            return switch (door.rule()) {
                case Door.Rule.Open open -> Optional.empty();
                case Door.Rule.SignedIn signedIn -> Optional.empty();
                case Door.Rule.InRole inRole ->
                        inRole.roles().stream()
                                .flatMap(
                                        role ->
                                                asked
                                                        .map(name -> person.as(role, name))
                                                        .orElseGet(() -> person.as(role))
                                                        .stream())
                                .findFirst()
                                .map(m -> new Acting(person, m.organisation(), m.role()));
            };
        }
    }
}
