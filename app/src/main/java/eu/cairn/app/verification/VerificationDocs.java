package eu.cairn.app.verification;

import eu.cairn.formats.verification.Verifier;
import eu.cairn.framework.Coded;
import eu.cairn.verification.Check;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes what verifications take and answer (OpenAPI): bytes of any kind, and verdicts. */
@Configuration(proxyBeanMethods = false)
class VerificationDocs {

    private static final String VERIFICATIONS = "/api/v1/verifications";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** What documents are sent as; the kind is told by content whichever is named. */
    private static final List<String> DOCUMENTS =
            List.of(
                    JSON,
                    "application/vc",
                    "application/vc+jwt",
                    "application/dc+sd-jwt",
                    "application/pdf",
                    "image/png",
                    "image/jpeg",
                    "image/svg+xml",
                    "application/xml",
                    "text/plain",
                    "application/octet-stream");

    private static final List<String> BATCHES =
            List.of("application/zip", "text/csv", "application/octet-stream");

    private static final List<String> VERDICTS =
            List.of("genuine", "not-genuine", "could-not-finish");

    /** What is known of a credential is written as text, but for the level. */
    private static final List<String> CREDENTIAL =
            List.of(
                    "id",
                    "title",
                    "issuer",
                    "awardingBody",
                    "listedAs",
                    "country",
                    "learner",
                    "awardedOn",
                    "issuedAt",
                    "expiresOn",
                    "ects",
                    "hours",
                    "cycle",
                    "nationalFramework",
                    "nationalLevel",
                    "grade");

    @Bean
    OpenApiCustomizer verifications() {
        return api -> {
            api.getComponents()
                    .addSchemas("VerificationCheck", check())
                    .addSchemas("VerifiedCredential", credential())
                    .addSchemas("Verification", verification(false))
                    .addSchemas("VerificationOfDocument", verification(true))
                    .addSchemas("VerificationBatch", batch());
            answers(
                    taking(of(api, VERIFICATIONS), DOCUMENTS, document()),
                    new ApiResponse()
                            .description("The verdict, whichever it is, with every check")
                            .content(content(List.of(JSON), of("VerificationOfDocument"))));
            answers(
                    taking(of(api, VERIFICATIONS + "/report"), DOCUMENTS, document()),
                    new ApiResponse()
                            .description("The signed report, as a token or as PDF")
                            .content(
                                    content(
                                            List.of("application/jwt", "application/pdf"),
                                            binary())));
            var batch = of(api, VERIFICATIONS + "/batch");
            answers(
                    taking(
                            batch,
                            BATCHES,
                            "A ZIP archive or a table of at most %d MB and %d items"
                                    .formatted(Batch.MAX_BYTES >> 20, Batch.MAX_ITEMS)),
                    new ApiResponse()
                            .description("What was found of each item")
                            .content(content(List.of(JSON), of("VerificationBatch"))));
            batch.getResponses()
                    .addApiResponse(
                            "503",
                            new ApiResponse()
                                    .description("Other batches are being verified: ask again")
                                    .content(content(List.of(PROBLEM), new ObjectSchema())));
        };
    }

    private static String document() {
        return "The document as it is, a picture of its QR code, a link to it or the code on a"
                + " certificate. At most %d MB are taken: PDF and PNG as large as that, SVG up to 3"
                        .formatted(Verifier.MAX_BYTES >> 20)
                + " MB, other documents and what is inside of a carrier up to 1 MB.";
    }

    private static Operation of(OpenAPI api, String path) {
        return Optional.ofNullable(api.getPaths().get(path)).orElseThrow().getPost();
    }

    private static Operation taking(Operation operation, List<String> types, String what) {
        return operation.requestBody(
                new RequestBody()
                        .required(true)
                        .description(what)
                        .content(content(types, binary())));
    }

    private static void answers(Operation operation, ApiResponse answer) {
        operation.getResponses().addApiResponse("200", answer);
    }

    private static Content content(List<String> types, Schema<?> schema) {
        var content = new Content();
        types.forEach(type -> content.addMediaType(type, new MediaType().schema(schema)));
        return content;
    }

    private static Schema<?> binary() {
        return new StringSchema().format("binary");
    }

    private static Schema<?> of(String component) {
        return new Schema<>().$ref("#/components/schemas/" + component);
    }

    private static Schema<?> verification(boolean ofDocument) {
        var schema =
                new ObjectSchema()
                        .addProperty("verdict", codes(VERDICTS))
                        .addProperty(
                                "format",
                                text("The format that was recognised, else unknown")
                                        .example("open-badges-3"))
                        .addProperty("reason", of("VerificationCheck"))
                        .addProperty("checks", listOf("VerificationCheck"))
                        .addProperty("credential", of("VerifiedCredential"))
                        .addProperty("at", instant());
        if (ofDocument) {
            schema.addProperty("credentials", listOf("Verification"))
                    .addProperty(
                            "associations",
                            new ArraySchema()
                                    .items(
                                            new ObjectSchema()
                                                    .addProperty("type", new StringSchema())
                                                    .addProperty("source", new StringSchema())
                                                    .addProperty("target", new StringSchema())));
        }
        return requiring(schema, "verdict", "format", "checks", "at");
    }

    private static Schema<?> check() {
        return requiring(
                new ObjectSchema()
                        .addProperty("check", codes(Check.Kind.values()))
                        .addProperty("result", codes(Check.Result.values()))
                        .addProperty("code", text("Never changes").example("status.in-force"))
                        .addProperty(
                                "text", text("One sentence, in the language that was asked for"))
                        .addProperty("evidence", new ArraySchema().items(new StringSchema()))
                        .addProperty("at", instant()),
                "check",
                "result",
                "code",
                "evidence",
                "at");
    }

    private static Schema<?> credential() {
        var schema = new ObjectSchema();
        schema.description("What the document certifies; absent where nothing is confirmed");
        CREDENTIAL.forEach(name -> schema.addProperty(name, new StringSchema()));
        schema.addProperty("eqf", new IntegerSchema())
                .addProperty("outcomes", new ArraySchema().items(new StringSchema()))
                .addProperty("missing", new ArraySchema().items(new StringSchema()));
        return requiring(schema, "id", "title", "issuer", "awardingBody", "issuedAt", "outcomes");
    }

    private static Schema<?> batch() {
        var outcomes =
                Stream.concat(VERDICTS.stream(), Stream.of(BatchReport.NOT_CHECKED)).toList();
        var totals = new ObjectSchema();
        outcomes.forEach(outcome -> totals.addProperty(outcome, new IntegerSchema()));
        var error =
                new ObjectSchema()
                        .addProperty("code", new StringSchema())
                        .addProperty("detail", new StringSchema());
        var item =
                requiring(
                        new ObjectSchema()
                                .addProperty("name", new StringSchema())
                                .addProperty("verdict", codes(outcomes))
                                .addProperty("report", of("VerificationOfDocument"))
                                .addProperty("error", error),
                        "name",
                        "verdict");
        return requiring(
                new ObjectSchema()
                        .addProperty("totals", totals)
                        .addProperty("items", new ArraySchema().items(item)),
                "totals",
                "items");
    }

    private static Schema<?> requiring(Schema<?> schema, String... names) {
        schema.setRequired(List.of(names));
        return schema;
    }

    private static Schema<?> listOf(String component) {
        return new ArraySchema().items(of(component));
    }

    private static Schema<?> instant() {
        return new StringSchema().format("date-time");
    }

    private static StringSchema text(String description) {
        var schema = new StringSchema();
        schema.description(description);
        return schema;
    }

    private static Schema<?> codes(Coded... codes) {
        return codes(Arrays.stream(codes).map(Coded::code).toList());
    }

    private static Schema<?> codes(List<String> codes) {
        var schema = new StringSchema();
        codes.forEach(schema::addEnumItem);
        return schema;
    }
}
