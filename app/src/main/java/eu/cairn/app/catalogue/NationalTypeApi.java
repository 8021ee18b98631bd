package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.web.Problems;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalTypeDraft;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The register of national types for machines. */
@RestController
@Tag(name = "Frameworks")
class NationalTypeApi {

    private final NationalTypeRegister register;

    NationalTypeApi(NationalTypeRegister register) {
        this.register = register;
    }

    /**
     * A type to be registered.
     *
     * @param country code of the state or system; where left out, that of the authority
     * @param creditsLeast left out where the law states no limit
     * @param creditsMost left out where the law states no limit
     * @param levels levels of the EQF
     * @param nationalLevels left out where any that is referenced to one of these levels will do
     * @param lawAddress where the law is published, an https address
     * @param from the first day in force
     * @param until the last day in force, where one is known
     */
    record TypeToRegister(
            String code,
            String name,
            String language,
            Optional<String> country,
            Optional<String> creditsLeast,
            Optional<String> creditsMost,
            List<String> levels,
            Optional<List<String>> nationalLevels,
            String law,
            String lawAddress,
            String from,
            Optional<String> until) {

        TypeToRegister {
            levels = List.copyOf(levels);
            nationalLevels = nationalLevels.map(List::copyOf);
        }

        NationalTypeDraft draft(Acting acting) {
            return new NationalTypeDraft(
                    code,
                    name,
                    language,
                    country.orElse(acting.organisation().country().code()),
                    creditsLeast.orElse(""),
                    creditsMost.orElse(""),
                    levels,
                    nationalLevels.orElse(List.of()),
                    law,
                    lawAddress,
                    from,
                    until.orElse(""));
        }
    }

    /**
     * The end of a type.
     *
     * @param from the first day on which it is no longer in force, today at the earliest
     */
    record TypeToEnd(String from, String reason) {}

    @GetMapping("/api/v1/national-types")
    @Operation(summary = "The types of micro-credentials that your authority has registered")
    List<RegisteredType> list(Acting acting) {
        return register.of(acting);
    }

    @PostMapping("/api/v1/national-types")
    @Operation(summary = "Register a type of micro-credential with its limits, law and days")
    ResponseEntity<Object> register(Acting acting, @RequestBody TypeToRegister wanted) {
        return answer(HttpStatus.CREATED, register.register(acting, wanted.draft(acting)));
    }

    @PostMapping("/api/v1/national-types/{type}/end")
    @Operation(summary = "End a type from a day on, with a reason")
    ResponseEntity<Object> end(
            Acting acting, @PathVariable UUID type, @RequestBody TypeToEnd wanted) {
        return answer(HttpStatus.OK, register.end(acting, type, wanted.from(), wanted.reason()));
    }

    private static ResponseEntity<Object> answer(HttpStatus done, Decided<RegisteredType> decided) {
        return switch (decided) {
            case Decided.Refused<RegisteredType> refused -> Problems.refused(refused.reasons());
            case Decided.Accepted<RegisteredType>(var type) ->
                    ResponseEntity.status(done).body(type);
        };
    }
}
