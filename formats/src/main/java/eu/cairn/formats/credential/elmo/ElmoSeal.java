package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;

/**
 * The enveloped signature of an ELMO document (W3C XML Signature 1.1): one reference to the whole
 * document, as the schema demands.
 *
 * <p>Signing is in two steps, so that what will be signed can be recorded before it is: {@link
 * #prepare} gives the exact bytes, {@link #complete} puts the signature over them into the
 * document. The signature names its key and never brings it along; who verifies has it from
 * elsewhere ({@link ElmoSealCheck}).
 */
public final class ElmoSeal {

    static final String ED25519 = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
    static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    static final String PROVIDER = "org.jcp.xml.dsig.internal.dom.SignatureProvider";

    static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");

    private ElmoSeal() {}

    /**
     * A document that is ready to be signed.
     *
     * @param document the XML text without a signature
     * @param algorithm the kind of the key
     * @param keyName the name of the key
     * @param toSign the exact bytes that the signature is made over, in hexadecimal
     */
    public record Prepared(
            String document, VerificationKey.Algorithm algorithm, String keyName, String toSign) {

        public byte[] bytesToSign() {
            return HexFormat.of().parseHex(toSign);
        }
    }

    /** What is to be signed to seal {@code document} with the key of {@code signer}. */
    public static Decided<Prepared> prepare(byte[] document, Signer signer) {
        return ElmoXml.parse(document)
                .map(
                        xml -> {
                            if (!ElmoSealCheck.signatures(xml).isEmpty()) {
                                throw new IllegalArgumentException(
                                        "the document is already signed");
                            }
                            var algorithm = signer.publicKey().algorithm();
                            var recorded = new ByteArrayOutputStream();
                            sign(
                                    xml,
                                    algorithm,
                                    signer.verificationMethod(),
                                    message -> {
                                        recorded.writeBytes(message);
                                        return new byte[64];
                                    });
                            return new Prepared(
                                    new String(document, StandardCharsets.UTF_8),
                                    algorithm,
                                    signer.verificationMethod(),
                                    HexFormat.of().formatHex(recorded.toByteArray()));
                        });
    }

    /** The signed document: what was prepared, with {@code signature} over its bytes. */
    public static byte[] complete(Prepared prepared, byte[] signature) {
        var parsed = ElmoXml.parse(prepared.document().getBytes(StandardCharsets.UTF_8));
        if (!(parsed instanceof Decided.Accepted<Document>(var xml))) {
            throw new IllegalArgumentException(parsed.reasons().toString());
        }
        sign(
                xml,
                prepared.algorithm(),
                prepared.keyName(),
                message -> {
                    if (!Arrays.equals(message, prepared.bytesToSign())) {
                        throw new IllegalArgumentException("these are not the bytes prepared");
                    }
                    return signature;
                });
        return bytes(xml);
    }

    /** Prepares and completes in one go, where nothing has to be recorded between. */
    public static Decided<byte[]> sign(byte[] document, Signer signer) {
        return prepare(document, signer)
                .map(prepared -> complete(prepared, signer.sign(prepared.bytesToSign())));
    }

    private static void sign(
            Document document,
            VerificationKey.Algorithm algorithm,
            String keyName,
            ElmoKeys.Signing signing) {
        try {
            var whole =
                    XML.newReference(
                            "",
                            XML.newDigestMethod(DigestMethod.SHA256, null),
                            List.of(
                                    XML.newTransform(
                                            Transform.ENVELOPED, (TransformParameterSpec) null)),
                            null,
                            null);
            var info =
                    XML.newSignedInfo(
                            XML.newCanonicalizationMethod(
                                    CanonicalizationMethod.INCLUSIVE,
                                    (C14NMethodParameterSpec) null),
                            XML.newSignatureMethod(method(algorithm), null),
                            List.of(whole));
            var keys = XML.getKeyInfoFactory();
            var context =
                    new DOMSignContext(
                            new ElmoKeys.SigningKey(algorithm, signing),
                            document.getDocumentElement());
            context.setDefaultNamespacePrefix("ds");
            context.setProperty(PROVIDER, new ElmoKeys());
            XML.newXMLSignature(info, keys.newKeyInfo(List.of(keys.newKeyName(keyName))))
                    .sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("the document could not be signed", e);
        }
    }

    private static String method(VerificationKey.Algorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> ED25519;
            case P256 -> MORE + "ecdsa-sha256";
            case P384 -> MORE + "ecdsa-sha384";
        };
    }

    private static byte[] bytes(Document document) {
        for (var signature : ElmoSealCheck.signatures(document)) {
            for (var value : ElmoSealCheck.children(signature, "SignatureValue")) {
                value.setTextContent(value.getTextContent().replaceAll("\\s", ""));
            }
        }
        try {
            var out = new ByteArrayOutputStream();
            document.setXmlStandalone(true);
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
