package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.sdjwt.LearningCarriage;
import eu.cairn.formats.credential.sdjwt.LearningCredential;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * SD-JWT VC of the European wallet's micro-credential type, with claims of our own for what the
 * type has no place for. It is issued to a wallet only, for the type demands a key of the holder's;
 * see {@link LearningCredential#prepare}.
 */
public record LearningCredentialFormat() implements CredentialFormat {

    @Override
    public String code() {
        return "sd-jwt-vc";
    }

    @Override
    public String mediaType() {
        return "application/dc+sd-jwt";
    }

    @Override
    public String fileExtension() {
        return "sd-jwt";
    }

    @Override
    public Carriage carries(CredentialPart part, MicroCredential credential) {
        return LearningCarriage.of(part, credential);
    }

    @Override
    public List<CredentialPart> lacking(MicroCredential credential) {
        return LearningCredential.lacking(credential);
    }

    @Override
    public byte[] write(MicroCredential credential, Publication publication) {
        return LearningCredential.write(credential, publication).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Decided<MicroCredential> read(byte[] document) {
        return LearningCredential.read(document);
    }
}
