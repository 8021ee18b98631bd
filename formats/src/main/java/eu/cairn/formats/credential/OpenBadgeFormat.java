package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;

/**
 * Open Badges 3.0 over Verifiable Credentials 2.0, with the terms of Cairn's own context for what
 * Open Badges has no place for.
 */
public record OpenBadgeFormat() implements CredentialFormat {

    @Override
    public String code() {
        return "open-badge-3.0";
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
        return OpenBadgeCarriage.of(part);
    }

    @Override
    public byte[] write(MicroCredential credential, Publication publication) {
        return OpenBadge.write(credential, publication).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Decided<MicroCredential> read(byte[] document) {
        return StrictJson.parse(document).then(OpenBadge::read);
    }
}
