package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.Installation;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.Reminder;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.MultilingualText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The learner's collection for other systems. */
@RestController
@Tag(name = "Portfolio")
public class PortfolioApi {

    private final Holdings holdings;
    private final Installation installation;

    PortfolioApi(Holdings holdings, Installation installation) {
        this.holdings = holdings;
        this.installation = installation;
    }

    /**
     * A person's collection.
     *
     * @param totalCredits the ECTS credits of what is genuine
     */
    public record Collection(Ects totalCredits, List<Credential> credentials) {}

    /**
     * A credential in a collection; what its document states is absent while it is being signed.
     *
     * @param state {@code genuine}, {@code revoked}, {@code suspended}, {@code expired}, {@code
     *     not-genuine}, {@code not-finished} or {@code being-signed}
     * @param reminders that its end is near, or that its outcomes are to be reviewed
     * @param status address of what is said of its end and of corrections
     * @param replacedBy short code of the corrected credential in its place
     * @param replaces short code of the credential in whose place it stands
     */
    public record Credential(
            String shortCode,
            String page,
            String state,
            Optional<String> id,
            Optional<MultilingualText> title,
            String awardingBody,
            Country country,
            Optional<Ects> credits,
            Optional<Level> level,
            Optional<LocalDate> awardedOn,
            Optional<LocalDate> expiresOn,
            Optional<LocalDate> reviewOn,
            List<Reminder> reminders,
            String status,
            Optional<String> replacedBy,
            Optional<String> replaces) {}

    @GetMapping("/api/v1/credentials")
    @Operation(summary = "What you hold, each verified now")
    Collection list(Person person) {
        var held = holdings.of(person);
        return new Collection(
                PortfolioView.total(held), held.stream().map(this::credential).toList());
    }

    private Credential credential(Holding holding) {
        var content = holding.content();
        var shortCode = holding.awarded().shortCode();
        return new Credential(
                shortCode,
                installation.baseUrl() + "/v/" + shortCode,
                holding.state().code(),
                content.map(MicroCredential::id),
                content.map(MicroCredential::title),
                holding.awardedBy().name(),
                holding.awardedBy().country(),
                content.flatMap(PortfolioView::credits),
                content.flatMap(MicroCredential::level),
                content.flatMap(MicroCredential::awardedOn),
                content.flatMap(MicroCredential::expiresOn),
                content.flatMap(MicroCredential::reviewOn),
                holding.reminders(),
                installation.baseUrl() + "/api/v1/awards/" + shortCode + "/status",
                holding.awarded()
                        .replacedBy()
                        .filter(next -> holding.awarded().isReplaced())
                        .map(next -> next.shortCode()),
                holding.awarded().replaces().map(former -> former.shortCode()));
    }
}
