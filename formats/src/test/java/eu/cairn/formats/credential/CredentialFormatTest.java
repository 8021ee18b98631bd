package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Decided;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CredentialFormatTest {

    @Provide
    Arbitrary<MicroCredential> credentials() {
        return MicroCredentials.any();
    }

    @Provide
    Arbitrary<CredentialFormat> formats() {
        return Arbitraries.of(CredentialFormat.all());
    }

    @Property(tries = 300)
    void whatIsReadBackIsWhatWasWrittenButForTheLosses(
            @ForAll("formats") CredentialFormat format,
            @ForAll("credentials") MicroCredential any) {
        var credential = MicroCredentials.fitFor(format, any);
        Assume.that(format.lacking(credential).isEmpty());
        var document = format.write(credential, Publication.NONE);

        var read = ((Decided.Accepted<MicroCredential>) format.read(document)).value();

        for (var part : CredentialPart.values()) {
            if (format.carries(part, credential).restored()) {
                assertThat(part.of(read))
                        .as("%s in %s", part.code(), format.code())
                        .isEqualTo(part.of(credential));
            }
        }
    }

    @Property(tries = 100)
    void credentialsThatStateTheSamePartsAreEqual(
            @ForAll("credentials") MicroCredential one,
            @ForAll("credentials") MicroCredential other) {
        var same = true;
        for (var part : CredentialPart.values()) {
            same &= part.of(one).equals(part.of(other));
        }

        assertThat(same).isEqualTo(one.equals(other));
    }

    @Test
    void aFormatIsFoundByItsCode() {
        for (var format : CredentialFormat.all()) {
            assertThat(CredentialFormat.ofCode(format.code())).contains(format);
        }
        assertThat(CredentialFormat.ofCode("papyrus")).isEmpty();
    }
}
