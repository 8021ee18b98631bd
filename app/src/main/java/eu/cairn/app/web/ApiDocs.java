package eu.cairn.app.web;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Person;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API (OpenAPI 3.1), for machines and for people. */
@Configuration(proxyBeanMethods = false)
class ApiDocs {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Acting.class, Person.class, Page.class);
    }

    @Bean
    OpenAPI cairn(Installation installation) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Cairn")
                                .version("1")
                                .description(
                                        "Design, approve, award, verify, stack and recognise"
                                                + " micro-credentials. Errors are problem documents"
                                                + " (RFC 9457); their codes never change. A person"
                                                + " who acts for several organisations names one in"
                                                + " the header Cairn-Organisation.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .addServersItem(new Server().url(installation.baseUrl()))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "account",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("account"));
    }

    /** Whatever goes wrong is answered by a problem document, at every endpoint. */
    @Bean
    OpenApiCustomizer problems() {
        var problem =
                new ObjectSchema()
                        .addProperty("type", new StringSchema().example("urn:cairn:problem:CODE"))
                        .addProperty("title", new StringSchema().description("The first code"))
                        .addProperty("status", new IntegerSchema())
                        .addProperty("detail", new StringSchema())
                        .addProperty(
                                "errors",
                                new ArraySchema()
                                        .items(
                                                new ObjectSchema()
                                                        .addProperty("code", new StringSchema())
                                                        .addProperty("place", new StringSchema())
                                                        .addProperty(
                                                                "detail", new StringSchema())));
        var answer =
                new ApiResponse()
                        .description("Refused, with every reason (RFC 9457)")
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(problem)));
        return api ->
                api.getPaths()
                        .values()
                        .forEach(
                                path ->
                                        path.readOperations()
                                                .forEach(
                                                        operation ->
                                                                operation
                                                                        .getResponses()
                                                                        .addApiResponse(
                                                                                "4XX", answer)));
    }

    /** The page that lists the endpoints. */
    @Controller
    static class ApiPage {

        private final RequestMappingHandlerMapping endpoints;

        ApiPage(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
            this.endpoints = endpoints;
        }

        @GetMapping("/api")
        Html api(Page page) {
            return Html.ok(Html.PAGES.api(page.titled("API"), ApiEndpoint.all(endpoints)));
        }
    }
}
