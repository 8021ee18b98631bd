package eu.cairn.formats.credential;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoCarriage;
import eu.cairn.formats.credential.elmo.ElmoTree;
import eu.cairn.framework.Decided;

/**
 * ELMO 1.7, in which the EMREX network moves results between institutions, with extensions of
 * Cairn's own for what ELMO has no place for.
 */
public record ElmoFormat() implements CredentialFormat {

    @Override
    public String code() {
        return "elmo-1.7";
    }

    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public Carriage carries(CredentialPart part, MicroCredential credential) {
        return ElmoCarriage.of(part, credential);
    }

    @Override
    public byte[] write(MicroCredential credential, Publication publication) {
        return Elmo.write(credential, publication);
    }

    @Override
    public Decided<MicroCredential> read(byte[] document) {
        return Elmo.readOne(document).map(ElmoTree::credential);
    }
}
