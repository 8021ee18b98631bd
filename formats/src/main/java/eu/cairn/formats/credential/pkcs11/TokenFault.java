package eu.cairn.formats.credential.pkcs11;

import eu.cairn.formats.credential.KeyUnusable;
import eu.cairn.framework.Refusal;
import java.security.GeneralSecurityException;
import java.util.List;

/** Why a token did not do what it was asked for. */
final class TokenFault {

    /** How the values begin that are about one key or one way of signing. */
    private static final List<String> OF_ONE_KEY =
            List.of("CKR_KEY_", "CKR_MECHANISM_", "CKR_TEMPLATE_", "CKR_ATTRIBUTE_");

    private TokenFault() {}

    /** The reason, by the return value of the library (PKCS #11) that the provider passes on. */
    static KeyUnusable of(Exception fault, TokenSettings settings) {
        var value = value(fault);
        var code = code(value, fault);
        var tellsValue = code.equals("key.token-failed") || code.equals("key.token-refused");
        return new KeyUnusable(
                tellsValue
                        ? Refusal.of(code, "", value.isEmpty() ? fault : value)
                        : Refusal.of(code, "", settings.place(), settings.library()),
                fault);
    }

    /**
     * Whether it is the token that failed, so that it has to be opened anew; else the rest works.
     */
    static boolean isOfToken(Refusal reason) {
        return !reason.code().startsWith("key.token-pin-")
                && !reason.code().equals("key.token-refused");
    }

    private static String code(String value, Exception fault) {
        return switch (value) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_INVALID", "CKR_PIN_LEN_RANGE" ->
                    "key.token-pin-wrong";
            case "CKR_PIN_LOCKED", "CKR_PIN_EXPIRED", "CKR_USER_PIN_NOT_INITIALIZED" ->
                    "key.token-locked";
            case "CKR_TOKEN_NOT_PRESENT",
                    "CKR_TOKEN_NOT_RECOGNIZED",
                    "CKR_DEVICE_REMOVED",
                    "CKR_SLOT_ID_INVALID" ->
                    "key.token-away";
            case "CKR_FUNCTION_NOT_SUPPORTED",
                    "CKR_ACTION_PROHIBITED",
                    "CKR_TOKEN_WRITE_PROTECTED",
                    "CKR_DOMAIN_PARAMS_INVALID",
                    "CKR_CURVE_NOT_SUPPORTED" ->
                    "key.token-refused";
            default ->
                    OF_ONE_KEY.stream().anyMatch(value::startsWith)
                                    || (value.isEmpty()
                                            && fault instanceof GeneralSecurityException)
                            ? "key.token-refused"
                            : "key.token-failed";
        };
    }

    private static String value(Throwable fault) {
        var value = "";
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            var message = String.valueOf(cause.getMessage());
            if (message.startsWith("CKR_")) {
                value = message;
            }
        }
        return value;
    }
}
