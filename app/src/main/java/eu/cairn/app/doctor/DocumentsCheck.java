package eu.cairn.app.doctor;

import eu.cairn.app.credential.CredentialStore;
import eu.cairn.app.credential.CredentialStore.Recorded;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.app.web.Installation;
import eu.cairn.formats.verification.StatusLists;
import eu.cairn.formats.verification.Verifier;
import eu.cairn.verification.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signed documents, some of them: intact, and what was recorded; and the list to verify with. */
public class DocumentsCheck {

    private static final int SAMPLE = 200;

    private final CredentialStore credentials;
    private final KnownIssuers issuers;
    private final Installation installation;
    private final JsonMapper json;
    private final Clock clock;

    DocumentsCheck(
            CredentialStore credentials,
            KnownIssuers issuers,
            Installation installation,
            JsonMapper json,
            Clock clock) {
        this.credentials = credentials;
        this.issuers = issuers;
        this.installation = installation;
        this.json = json;
        this.clock = clock;
    }

    public List<Finding> findings() {
        var sample = credentials.sample(SAMPLE);
        var found = new ArrayList<Finding>();
        var verifier = new Verifier(issuers, StatusLists.unreachable());
        for (var one : sample) {
            if (!isIntact(verifier, one)) {
                found.add(Finding.failed("doctor.document-changed", one.shortCode()));
            } else if (!isAsRecorded(one)) {
                found.add(Finding.failed("doctor.document-not-as-recorded", one.shortCode()));
            }
        }
        if (found.isEmpty()) {
            found.add(Finding.ok("doctor.documents", sample.size()));
        }
        found.add(trustFile());
        return found;
    }

    private boolean isIntact(Verifier verifier, Recorded one) {
        return verifier.verify(one.document(), clock.instant()).checks().stream()
                .anyMatch(
                        check ->
                                check.kind() == Check.Kind.INTEGRITY
                                        && check.result() == Check.Result.PASSED);
    }

    /** Whether the document without its signature is what was to be signed. */
    private boolean isAsRecorded(Recorded one) {
        try {
            if (!(json.readTree(one.document()) instanceof ObjectNode document)
                    || !(document.path("proof").path(0) instanceof ObjectNode proof)) {
                return false;
            }
            document.remove("proof");
            proof.remove("proofValue");
            return document.equals(json.readTree(one.prepared().document()))
                    && proof.equals(json.readTree(one.prepared().proof()));
        } catch (JacksonException e) {
            return false;
        }
    }

    private Finding trustFile() {
        var file = installation.home().resolve("trust.json");
        if (!Files.exists(file)) {
            return Finding.warning("doctor.trust-file-missing", file);
        }
        try {
            return Files.readString(file).equals(issuers.file())
                    ? Finding.ok("doctor.trust-file", file)
                    : Finding.warning("doctor.trust-file-old", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
