package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The learner's transcript of records, for the screen and for A4 paper. */
@Controller
public class TranscriptPages {

    private final Transcripts transcripts;
    private final Installation installation;

    TranscriptPages(Transcripts transcripts, Installation installation) {
        this.transcripts = transcripts;
        this.installation = installation;
    }

    @GetMapping("/transcript")
    Html transcript(Page page, Person person) {
        return Html.ok(
                Html.PAGES.transcript(
                        page.titled("Transcript of records"),
                        TranscriptView.of(transcripts.of(person)),
                        installation.baseUrl() + "/verify"));
    }
}
