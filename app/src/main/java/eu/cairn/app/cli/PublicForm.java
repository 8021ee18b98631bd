package eu.cairn.app.cli;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.verification.IssuerIdentity;
import eu.cairn.app.verification.KnownIssuers;
import eu.cairn.formats.credential.VerificationKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms in which the public keys of an organisation are handed out. */
enum PublicForm {
    /** With the name and status lists of the organisation, for those who verify with Cairn. */
    TRUST,
    /** JSON Web Keys (RFC 7517). */
    JWKS,
    /** The keys as {@code PUBLIC KEY} blocks (RFC 7468), each under its identifier. */
    PEM,
    /** Identifiers, one a line: of the keys, and by the public address where there is one. */
    DID;

    private static final int LINE = 64;

    /** A form as it is typed. */
    static final class OfCode implements ITypeConverter<PublicForm> {
        @Override
        public PublicForm convert(String code) {
            return Arrays.stream(values())
                    .filter(form -> form.name().toLowerCase(Locale.ROOT).equals(code))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            code + " is not trust, jwks, pem or did"));
        }
    }

    String text(OpenHome home, Organisation organisation) {
        var identity = home.bean(IssuerIdentity.class);
        var valid =
                home.bean(Keys.class).of(organisation).stream()
                        .filter(key -> key.compromise().isEmpty())
                        .toList();
        return switch (this) {
            case TRUST -> home.bean(KnownIssuers.class).file(organisation);
            case JWKS -> identity.keySet(organisation.slug()).orElseThrow() + "\n";
            case PEM ->
                    valid.stream()
                            .map(key -> key.did() + "\n" + pem(key.publicKey()))
                            .collect(Collectors.joining());
            case DID ->
                    Stream.concat(
                                    identity.all(organisation).stream(),
                                    valid.stream().map(Keys.Key::did))
                            .collect(Collectors.joining("\n", "", "\n"));
        };
    }

    private static String pem(VerificationKey key) {
        var encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(encoder.encodeToString(key.encoded()));
    }
}
