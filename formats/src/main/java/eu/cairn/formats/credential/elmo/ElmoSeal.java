package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The enveloped signature of an ELMO document (W3C XML Signature 1.1): one reference to the whole
 * document, as the schema demands.
 *
 * <p>Signing is in two steps, so that what will be signed can be recorded before it is: {@link
 * #prepare} gives the exact bytes, {@link #complete} puts the signature over them into the
 * document. The signature names its key and never brings it along; who verifies has it from
 * elsewhere.
 */
public final class ElmoSeal {

    private static final String ALGORITHM = "Algorithm";
    private static final String ED25519 = "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519";
    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String SECURE = "org.jcp.xml.dsig.secureValidation";
    private static final String PROVIDER = "org.jcp.xml.dsig.internal.dom.SignatureProvider";

    /** What a signature may be made with, and the kind of key for it. */
    private static final Map<String, String> METHODS =
            Map.of(
                    ED25519,
                    "ED25519",
                    MORE + "ecdsa-sha256",
                    "P256",
                    MORE + "ecdsa-sha384",
                    "P384",
                    MORE + "rsa-sha256",
                    "RSA",
                    MORE + "rsa-sha384",
                    "RSA",
                    MORE + "rsa-sha512",
                    "RSA");

    /** The forms of the whole document; none of them leaves out anything but comments. */
    private static final Set<String> CANONICAL =
            Set.of(
                    CanonicalizationMethod.INCLUSIVE,
                    CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private static final XMLSignatureFactory XML = XMLSignatureFactory.getInstance("DOM");

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

    /** What became of verifying the signature. */
    public sealed interface Proven {

        /**
         * The signature is over exactly this document.
         *
         * @param keyName which of the keys made it
         * @param algorithm how it was made
         */
        record Intact(String keyName, String algorithm) implements Proven {}

        /** The document or its signature was changed, or was never signed like this. */
        record Broken(Refusal reason) implements Proven {}

        /** There is no signature, or it is of a kind, or by a key, that is not known here. */
        record NotChecked(Refusal reason) implements Proven {}
    }

    /** What is to be signed to seal {@code document} with the key of {@code signer}. */
    public static Decided<Prepared> prepare(byte[] document, Signer signer) {
        return ElmoXml.parse(document)
                .map(
                        xml -> {
                            if (!signatures(xml).isEmpty()) {
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

    /** The key that verifies what the other half of {@code key} signed. */
    public static PublicKey key(VerificationKey key) {
        return new ElmoKeys.CheckingKey(key);
    }

    /**
     * Verifies the signature of {@code document} with {@code keys}, by their names; a signature
     * that none of them made is left open, unless it names one of them.
     */
    public static Proven verify(Document document, Map<String, PublicKey> keys) {
        var signatures = signatures(document);
        if (signatures.isEmpty()) {
            return open("integrity.no-proof");
        }
        if (signatures.size() > 1) {
            return open("integrity.too-many-proofs", signatures.size());
        }
        var signature = signatures.getFirst();
        var method = algorithm(signature);
        if (method.contains("#hmac-")) {
            return broken("integrity.algorithm-forbidden", method);
        }
        if (!METHODS.containsKey(method)) {
            return open("integrity.suite-not-supported", method);
        }
        try {
            if (!isOverTheWholeDocument(signature)) {
                return open("integrity.suite-not-supported", "ds:Reference");
            }
            return verify(signature, method, keys);
        } catch (MarshalException | RuntimeException e) {
            return broken("integrity.proof-malformed");
        }
    }

    private static Proven open(String code, Object... parameters) {
        return new Proven.NotChecked(Refusal.of(code, "ds:Signature", parameters));
    }

    private static Proven broken(String code, Object... parameters) {
        return new Proven.Broken(Refusal.of(code, "ds:Signature", parameters));
    }

    private static Proven verify(Element signature, String method, Map<String, PublicKey> keys)
            throws MarshalException {
        var changed = false;
        for (var named : keys.entrySet()) {
            if (!fits(named.getValue(), method)) {
                continue;
            }
            var context = context(signature, named.getValue());
            var xml = XML.unmarshalXMLSignature(context);
            try {
                if (xml.validate(context)) {
                    return new Proven.Intact(named.getKey(), method);
                }
                changed |= !isUnchanged(xml, context) || names(signature, named.getKey());
            } catch (XMLSignatureException e) {
                return broken("integrity.proof-malformed");
            }
        }
        return changed
                ? broken("integrity.changed")
                : open("integrity.key-unknown", keyName(signature));
    }

    private static boolean isUnchanged(XMLSignature xml, DOMValidateContext context)
            throws XMLSignatureException {
        for (var reference : xml.getSignedInfo().getReferences()) {
            if (!reference.validate(context)) {
                return false;
            }
        }
        return true;
    }

    private static DOMValidateContext context(Element signature, PublicKey key) {
        var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), signature);
        context.setProperty(SECURE, true);
        if (key instanceof ElmoKeys.CheckingKey) {
            context.setProperty(PROVIDER, new ElmoKeys());
        }
        return context;
    }

    private static boolean fits(PublicKey key, String method) {
        return key.getAlgorithm().equals(METHODS.get(method));
    }

    /** One reference, to all of the document, with nothing taken out but the signature itself. */
    private static boolean isOverTheWholeDocument(Element signature) {
        var info = children(signature, "SignedInfo");
        if (info.size() != 1) {
            return false;
        }
        var references = children(info.getFirst(), "Reference");
        if (references.size() != 1 || !"".equals(uri(references.getFirst()))) {
            return false;
        }
        var transforms =
                children(references.getFirst(), "Transforms").stream()
                        .flatMap(list -> children(list, "Transform").stream())
                        .map(transform -> transform.getAttributeNS(null, ALGORITHM))
                        .toList();
        return transforms.size() <= 2
                && transforms.indexOf(Transform.ENVELOPED) == 0
                && CANONICAL.containsAll(transforms.subList(1, transforms.size()));
    }

    /** The address of what is signed; a reference that has none is not one to the document. */
    private static String uri(Element reference) {
        return reference.hasAttributeNS(null, "URI") ? reference.getAttributeNS(null, "URI") : "#";
    }

    private static String algorithm(Element signature) {
        return children(signature, "SignedInfo").stream()
                .flatMap(info -> children(info, "SignatureMethod").stream())
                .map(method -> method.getAttributeNS(null, ALGORITHM))
                .collect(Collectors.joining(" "));
    }

    private static boolean names(Element signature, String name) {
        return keyName(signature).equals(name);
    }

    private static String keyName(Element signature) {
        return children(signature, "KeyInfo").stream()
                .flatMap(info -> children(info, "KeyName").stream())
                .map(Element::getTextContent)
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private static List<Element> signatures(Document document) {
        return children(document.getDocumentElement(), "Signature");
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child
                    && XMLSignature.XMLNS.equals(child.getNamespaceURI())
                    && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }

    private static byte[] bytes(Document document) {
        for (var signature : signatures(document)) {
            for (var value : children(signature, "SignatureValue")) {
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
