package eu.cairn.formats.credential.elmo;

import eu.cairn.formats.credential.VerificationKey;
import eu.cairn.framework.Refusal;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Checks the enveloped signature of an ELMO document, under the secure validation of the JDK, with
 * keys that come from elsewhere and never with one that the document brings along.
 */
public final class ElmoSealCheck {

    private static final String ALGORITHM = "Algorithm";
    private static final String SECURE = "org.jcp.xml.dsig.secureValidation";

    /** What a signature may be made with, and the kind of key for it. */
    private static final Map<String, String> METHODS =
            Map.of(
                    ElmoSeal.ED25519,
                    "ED25519",
                    ElmoSeal.MORE + "ecdsa-sha256",
                    "P256",
                    ElmoSeal.MORE + "ecdsa-sha384",
                    "P384",
                    ElmoSeal.MORE + "rsa-sha256",
                    "RSA",
                    ElmoSeal.MORE + "rsa-sha384",
                    "RSA",
                    ElmoSeal.MORE + "rsa-sha512",
                    "RSA");

    /** The forms of the whole document; none of them leaves out anything but comments. */
    private static final Set<String> CANONICAL =
            Set.of(
                    CanonicalizationMethod.INCLUSIVE,
                    CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private ElmoSealCheck() {}

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

    /** The signature of a document that has one, as it is written without line breaks. */
    public static String value(Document document) {
        return signatures(document).stream()
                .flatMap(signature -> children(signature, "SignatureValue").stream())
                .map(value -> value.getTextContent().replaceAll("\\s", ""))
                .collect(Collectors.joining(" "));
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
            var xml = ElmoSeal.XML.unmarshalXMLSignature(context);
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
            context.setProperty(ElmoSeal.PROVIDER, new ElmoKeys());
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

    static List<Element> signatures(Document document) {
        return children(document.getDocumentElement(), "Signature");
    }

    static List<Element> children(Element parent, String name) {
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
}
