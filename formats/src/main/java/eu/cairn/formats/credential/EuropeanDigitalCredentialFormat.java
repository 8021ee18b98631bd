package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elm.EuropeanCarriage;
import eu.cairn.formats.credential.elm.EuropeanCredential;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;

/**
 * European Digital Credentials in the European Learning Model 3.2, with notes and identifiers that
 * name their subject for what the model has no property for.
 */
public record EuropeanDigitalCredentialFormat() implements CredentialFormat {

    @Override
    public String code() {
        return "european-digital-credential";
    }

    @Override
    public String mediaType() {
        return "application/ld+json";
    }

    @Override
    public String fileExtension() {
        return "jsonld";
    }

    @Override
    public Carriage carries(CredentialPart part, MicroCredential credential) {
        return EuropeanCarriage.of(part, credential);
    }

    @Override
    public byte[] write(MicroCredential credential, Publication publication) {
        return EuropeanCredential.write(credential, publication).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Decided<MicroCredential> read(byte[] document) {
        return StrictJson.parse(document).then(EuropeanCredential::read);
    }
}
