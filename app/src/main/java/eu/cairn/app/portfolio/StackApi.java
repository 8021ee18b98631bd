package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.AuditApi;
import eu.cairn.app.web.NotThere;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A learner's own stacks for machines. */
@RestController
@Tag(name = "Stacking")
public class StackApi {

    private final Stacks stacks;

    StackApi(Stacks stacks) {
        this.stacks = stacks;
    }

    @GetMapping(path = "/api/v1/stacks/{rulebook}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "How far you are with a qualification, and why")
    ResponseEntity<Object> stack(Person person, @PathVariable String rulebook) {
        var stack = stacks.of(person, rulebook).orElseThrow(NotThere::new);
        return AuditApi.answer(stack.rulebook().rules(), stack.audit());
    }
}
