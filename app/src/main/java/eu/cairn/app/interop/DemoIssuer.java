package eu.cairn.app.interop;

import static eu.cairn.formats.credential.JsonLibrary.JSON;

import eu.cairn.formats.credential.Contexts;
import eu.cairn.formats.credential.CredentialToken;
import eu.cairn.formats.credential.Cryptosuite;
import eu.cairn.formats.credential.DataIntegrity;
import eu.cairn.formats.credential.Members;
import eu.cairn.formats.credential.StatusList;
import eu.cairn.formats.credential.StrictJson;
import eu.cairn.formats.verification.CredentialModel;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Secures whatever well-formed credential it is handed, beside proofs that it may have already. */
@Component
class DemoIssuer {

    private final DemoKeys keys;
    private final DemoStatusLists lists;
    private final Clock clock;
    private final DataIntegrity proofs = DataIntegrity.admittingInlineContexts(Contexts.trusted());

    DemoIssuer(DemoKeys keys, DemoStatusLists lists, Clock clock) {
        this.keys = keys;
        this.lists = lists;
        this.clock = clock;
    }

    /** The secured credential, or everything that is wrong with {@code credential}. */
    Decided<JsonObject> issue(JsonObject credential, IssueOptions options) {
        var named = Members.id(credential, "issuer").flatMap(keys::holder);
        var key = options.key(named);
        var signer = keys.signer(key);
        var document = JSON.createObjectBuilder(credential);
        if (named.isPresent() || isLeftOpen(credential)) {
            document.add("issuer", withId(credential, signer.controller()));
        }
        if (!credential.containsKey("credentialStatus")) {
            options.status()
                    .ifPresent(
                            purpose ->
                                    document.add(
                                            "credentialStatus",
                                            StatusList.entry(lists.place(key, purpose))));
        }
        var complete = document.build();
        var refusals = refusals(complete);
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        if (options.envelope()) {
            return Decided.accepted(enveloped(CredentialToken.sign(complete.toString(), signer)));
        }
        var suite = options.suite().orElse(Cryptosuite.usual(key.algorithm()));
        var content = JSON.createObjectBuilder(complete).remove("proof").build();
        return proofs.sign(content.toString(), signer, suite, clock.instant())
                .then(StrictJson::parse)
                .map(signed -> withProofs(signed, Members.objects(complete, "proof")));
    }

    private static boolean isLeftOpen(JsonObject credential) {
        return !credential.containsKey("issuer")
                || (credential.get("issuer") instanceof JsonObject issuer
                        && !issuer.containsKey("id"));
    }

    /** The issuer as it was written, with the identifier of the key that signs. */
    private static JsonValue withId(JsonObject credential, String id) {
        return credential.get("issuer") instanceof JsonObject issuer
                ? JSON.createObjectBuilder(issuer).add("id", id).build()
                : JSON.createValue(id);
    }

    private List<Refusal> refusals(JsonObject credential) {
        var refusals = new ArrayList<>(CredentialModel.findings(credential));
        if (refusals.isEmpty()) {
            proofs.undefined(credential).ifPresent(refusals::add);
        }
        return refusals;
    }

    private static JsonObject enveloped(String token) {
        return JSON.createObjectBuilder()
                .add("@context", Contexts.CREDENTIALS_V2)
                .add("id", "data:application/" + CredentialToken.MEDIA_TYPE + "," + token)
                .add("type", "EnvelopedVerifiableCredential")
                .build();
    }

    /** One proof stands for itself, several are a set. */
    private static JsonObject withProofs(JsonObject signed, List<JsonObject> others) {
        var own = Members.object(signed, "proof").orElseThrow();
        var document = JSON.createObjectBuilder(signed);
        return others.isEmpty()
                ? document.add("proof", own).build()
                : document.add("proof", JSON.createArrayBuilder(others).add(own)).build();
    }
}
