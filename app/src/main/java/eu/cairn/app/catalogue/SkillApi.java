package eu.cairn.app.catalogue;

import eu.cairn.app.web.Problems;
import eu.cairn.framework.Language;
import eu.cairn.framework.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The skills of ESCO for machines. */
@RestController
@Tag(name = "Frameworks")
class SkillApi {

    private final Skills skills;

    SkillApi(Skills skills) {
        this.skills = skills;
    }

    @GetMapping("/api/v1/skills")
    @Operation(summary = "Skills of ESCO by words of their names, to link outcomes with")
    ResponseEntity<Object> find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "en") String language) {
        try {
            return ResponseEntity.ok(skills.find(q, new Language(language)));
        } catch (IllegalArgumentException e) {
            return Problems.refused(
                    List.of(Refusal.of("catalogue.language-unknown", "language", language)));
        }
    }
}
