package eu.cairn.formats.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.credential.Learner;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.elmo.Elmo;
import eu.cairn.formats.credential.elmo.ElmoTree;
import eu.cairn.testing.Shared;
import eu.cairn.testing.SkippedWithoutShared;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What is written is ELMO by the published schema, and is read back as it was. */
class ElmoWriterTest {

    private static final String XML_LANG =
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
                targetNamespace="http://www.w3.org/XML/1998/namespace">
              <xs:attribute name="lang" type="xs:language"/>
            </xs:schema>
            """;
    private static final Map<String, String> IMPORTS =
            Map.of(
                    "http://www.w3.org/2000/09/xmldsig#", "xmldsig-core-schema.xsd",
                    "http://europass.cedefop.europa.eu/Europass/V2.0",
                            "EUROPASS_ISOCountries_V1.1.xsd",
                    "https://github.com/erasmus-without-paper/ewp-specs-types-address/tree/stable-v1",
                            "ewp-types-address.xsd",
                    "https://github.com/erasmus-without-paper/ewp-specs-architecture/blob/stable-v1/common-types.xsd",
                            "ewp-common-types.xsd");

    private static int valid;

    @Provide
    Arbitrary<List<ElmoTree>> stacks() {
        return ElmoStacks.any();
    }

    @Property(tries = 200)
    @AddLifecycleHook(SkippedWithoutShared.class)
    void everyStackIsValidAndIsReadBackAsItWas(@ForAll("stacks") List<ElmoTree> stacks)
            throws Exception {
        var document = Elmo.write(stacks);

        assertThat(problems(document)).isEmpty();
        assertThat(Samples.accepted(Elmo.read(document))).isEqualTo(stacks);
        if (++valid == 200) {
            System.out.println("ELMO documents valid by the schema: " + valid);
        }
    }

    @Test
    void anOrdinaryCredentialIsValid() throws Exception {
        assertThat(problems(document())).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNotElmo() throws Exception {
        var broken = text(document()).replace("<status>passed<", "<status>perhaps<");

        assertThat(problems(broken.getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    @Test
    void theOrdinaryElementsAreThoseOfElmo() {
        assertThat(text(document()))
                .contains(
                        "<learner><identifier type=\"local\">s-20417</identifier>"
                                + "<givenNames>Zoë</givenNames><familyName>Ó Briain</familyName>",
                        "<issuer><country>IT</country>",
                        "<title>Università della Laguna</title>",
                        "<title xml:lang=\"it\">Gestione sostenibile delle lagune</title>",
                        "<type>Course</type><iscedCode>0521</iscedCode>",
                        "<date>2025-06-18</date><status>passed</status>",
                        "<resultLabel>28/30</resultLabel>",
                        "<credit><scheme>ects</scheme><value>7.5</value></credit>",
                        "<level><type>EQF</type>",
                        "<languageOfInstruction>it</languageOfInstruction>",
                        "<gradingScheme localId=\"scale-1\"><description>0–30, pass from 18<")
                .doesNotContain("engagementHours");
    }

    @Test
    void ofAStackThePartsCarryTheCreditsAndTheWholeSaysWhatItCounts() {
        var part = tree("https://a.example/1");
        var whole = new ElmoTree(sample("https://a.example/2"), Publication.NONE, List.of(part));

        var text = text(Elmo.write(List.of(whole)));

        assertThat(text.split("<credit>", -1)).hasSize(2);
        assertThat(text.indexOf("<hasPart>")).isLessThan(text.indexOf("<credit>"));
        assertThat(text).contains("<cairn:credits>7.5</cairn:credits>", "<type>Module</type>");
        assertThat(Samples.accepted(Elmo.readOne(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(whole);
    }

    @Test
    void aCredentialThatLacksAMandatoryElementIsNotWritten() {
        var incomplete = MicroCredentials.without(sample("https://a.example/1"));

        assertThatThrownBy(() -> Elmo.write(incomplete, Publication.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quality-assurance");
    }

    @Test
    void oneDocumentIsAboutOneLearner() {
        var another =
                ElmoStacks.of(Optional.of(Learner.named("Ada")), sample("https://a.example/1"));
        var trees = List.of(tree("https://a.example/2"), ElmoTree.leaf(another, Publication.NONE));

        assertThatThrownBy(() -> Elmo.write(trees))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one learner");
    }

    @Test
    void noTextBecomesMarkup() {
        var name = "</familyName><familyName>]]>&lt;_x0041_\u0001\r\n\ud800";
        var hostile =
                ElmoStacks.of(Optional.of(Learner.named(name)), sample("https://a.example/1"));

        var read = Elmo.readOne(Elmo.write(hostile, Publication.NONE));

        assertThat(Samples.accepted(read).credential()).isEqualTo(hostile);
    }

    @Test
    void theSameCredentialGivesTheSameBytes() {
        assertThat(document()).isEqualTo(document());
    }

    static byte[] document() {
        return Elmo.write(Samples.credential(Samples.signer(7)), Samples.publication());
    }

    private static ElmoTree tree(String id) {
        return ElmoTree.leaf(sample(id), Publication.NONE);
    }

    /** The sample under another name. */
    private static MicroCredential sample(String id) {
        return Changed.of(Samples.credential(Samples.signer(7)), Map.of("id", id));
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }

    static List<String> problems(byte[] document) throws Exception {
        Shared.path("standards/elmo"); // or skipped, which the class below could not say
        var validator = SchemaOfElmo.SCHEMA.newValidator();
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
            return List.of();
        } catch (SAXParseException e) {
            return List.of(e.getMessage());
        }
    }

    /** The published schema with what it imports, all of it beside the checkout. */
    private static final class SchemaOfElmo {

        static final Schema SCHEMA = read(Shared.path("standards/elmo"));

        static Schema read(Path folder) {
            try {
                var implementation =
                        (DOMImplementationLS)
                                DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
                var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
                factory.setResourceResolver(
                        (type, namespace, publicId, systemId, base) -> {
                            var input = implementation.createLSInput();
                            input.setSystemId(namespace);
                            input.setCharacterStream(new StringReader(imported(folder, namespace)));
                            return input;
                        });
                return factory.newSchema(folder.resolve("schema.xsd").toFile());
            } catch (ReflectiveOperationException | SAXException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String imported(Path folder, String namespace) {
            if (namespace.equals(XMLConstants.XML_NS_URI)) {
                return XML_LANG;
            }
            var file = IMPORTS.get(namespace);
            assertThat(file).as(namespace).isNotNull();
            try {
                return Files.readString(folder.resolve("references").resolve(file))
                        .replaceFirst("(?s)<!DOCTYPE.*?\\]>", "");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
