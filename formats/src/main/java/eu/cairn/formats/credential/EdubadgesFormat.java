package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Open Badges 3.0 in the Edubadges profile for micro-credentials (SURF, the Netherlands), in the
 * terms of the profile alone.
 */
public record EdubadgesFormat() implements CredentialFormat {

    @Override
    public String code() {
        return "edubadges";
    }

    @Override
    public String mediaType() {
        return "application/vc";
    }

    @Override
    public String fileExtension() {
        return "json";
    }

    @Override
    public Carriage carries(CredentialPart part, MicroCredential credential) {
        return EdubadgesCarriage.of(part, credential);
    }

    @Override
    public List<CredentialPart> lacking(MicroCredential credential) {
        return Edubadge.lacking(credential);
    }

    @Override
    public List<Refusal> unfit(MicroCredential credential) {
        return Edubadge.unfit(credential);
    }

    @Override
    public byte[] write(MicroCredential credential, Publication publication) {
        return Edubadge.write(credential, publication).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Decided<MicroCredential> read(byte[] document) {
        return StrictJson.parse(document).then(OpenBadge::read);
    }
}
