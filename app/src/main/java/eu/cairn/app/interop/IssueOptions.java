package eu.cairn.app.interop;

import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Cryptosuite;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.Publication.Purpose;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * How a credential is to be secured.
 *
 * @param suite the suite of the proof inside it, unless the key's usual one
 * @param envelope whether it is signed as a token instead
 * @param keyType the kind of key, as the suites call it
 * @param status what a status list is to say about it
 */
record IssueOptions(
        Optional<Cryptosuite> suite,
        boolean envelope,
        Optional<String> keyType,
        Optional<Purpose> status) {

    private static final String SUITE = "cryptosuite";
    private static final String KEY_TYPE = "keyType";
    private static final String STATUS = "credentialStatus";

    /**
     * The options of a request: those in its address, for suites that can say no other, then those
     * of its body.
     */
    static Decided<IssueOptions> of(JsonObject body, Map<String, String> address) {
        var suite = Members.text(body, SUITE).or(() -> named(address, SUITE));
        var keyType = Members.text(body, KEY_TYPE).or(() -> named(address, KEY_TYPE));
        var status =
                Members.object(body, STATUS)
                        .flatMap(of -> Members.text(of, "statusPurpose"))
                        .or(() -> named(address, STATUS));
        var envelope = suite.filter(CredentialToken.MEDIA_TYPE::equals).isPresent();
        var known = suite.flatMap(Cryptosuite::ofCode);
        if (suite.isPresent() && known.isEmpty() && !envelope) {
            return unknown(SUITE, suite.get());
        }
        if (keyType.isPresent() && key(keyType.get()).isEmpty()) {
            return unknown(KEY_TYPE, keyType.get());
        }
        if (status.isPresent() && Purpose.ofCode(status.get()).isEmpty()) {
            return unknown(STATUS, status.get());
        }
        return Decided.accepted(
                new IssueOptions(known, envelope, keyType, status.flatMap(Purpose::ofCode)));
    }

    private static Optional<String> named(Map<String, String> address, String name) {
        return Optional.ofNullable(address.get(name));
    }

    private static Decided<IssueOptions> unknown(String option, String value) {
        return Decided.refused(
                Refusal.of("interop.option-unknown", "options." + option, option, value));
    }

    private static Optional<DemoKey> key(String title) {
        for (var key : DemoKey.values()) {
            if (key.title().equals(title)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The key to sign with, if the credential names the holder of {@code named} as its issuer. */
    DemoKey key(Optional<DemoKey> named) {
        var asked = keyType.flatMap(IssueOptions::key).or(() -> named);
        if (suite.isEmpty()) {
            return asked.orElse(DemoKey.ED25519);
        }
        return asked.filter(key -> suite.get().admits(key.algorithm()))
                .orElseGet(
                        () ->
                                suite.get().admits(DemoKey.ED25519.algorithm())
                                        ? DemoKey.ED25519
                                        : DemoKey.P256);
    }
}
