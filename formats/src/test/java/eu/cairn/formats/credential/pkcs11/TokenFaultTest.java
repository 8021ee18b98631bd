package eu.cairn.formats.credential.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.ProviderException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a token's return values mean to whoever runs the installation. */
class TokenFaultTest {

    private static final TokenSettings SETTINGS =
            new TokenSettings(
                    Path.of("/usr/lib/module.so"),
                    new TokenSettings.Place.Slot(3),
                    () -> new char[0]);

    @ParameterizedTest
    @CsvSource({
        "CKR_PIN_INCORRECT, key.token-pin-wrong, false",
        "CKR_PIN_LOCKED, key.token-locked, true",
        "CKR_DEVICE_REMOVED, key.token-away, true",
        "CKR_TOKEN_NOT_PRESENT, key.token-away, true",
        "CKR_KEY_FUNCTION_NOT_PERMITTED, key.token-refused, false",
        "CKR_MECHANISM_INVALID, key.token-refused, false",
        "CKR_TOKEN_WRITE_PROTECTED, key.token-refused, false",
        "CKR_OBJECT_HANDLE_INVALID, key.token-failed, true",
        "CKR_GENERAL_ERROR, key.token-failed, true",
        "CKR_VENDOR_DEFINED, key.token-failed, true"
    })
    void aReturnValueHasAReason(String value, String code, boolean ofToken) {
        var fault = new IOException("load failed", new ProviderException(value));

        var reason = TokenFault.of(fault, SETTINGS).reason();

        assertThat(reason.code()).isEqualTo(code);
        assertThat(TokenFault.isOfToken(reason)).isEqualTo(ofToken);
    }

    @Test
    void whatTheProviderDoesNotKnowLeavesTheTokenAlone() {
        var reason = TokenFault.of(new NoSuchAlgorithmException("none"), SETTINGS).reason();

        assertThat(reason.code()).isEqualTo("key.token-refused");
        assertThat(TokenFault.of(new ProviderException("closed"), SETTINGS).reason().code())
                .isEqualTo("key.token-failed");
    }
}
