package eu.cairn.formats.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.cairn.credential.CredentialPart;
import eu.cairn.credential.Learner;
import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.formats.credential.Changed;
import eu.cairn.formats.credential.EllipticSigner;
import eu.cairn.formats.credential.LearningCredentialFormat;
import eu.cairn.formats.credential.Publication;
import eu.cairn.formats.credential.Samples;
import eu.cairn.formats.credential.Signer;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.Decided;
import eu.cairn.testing.Shared;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningCredentialTest {

    private static final Signer SIGNER = EllipticSigner.make();
    private static final Wallet WALLET = Wallet.make();
    private static final MicroCredential CREDENTIAL = Samples.credential(SIGNER);

    @Test
    void theClaimsAreThoseOfThePublishedType() throws IOException {
        var published =
                rules(
                        Samples.json(
                                Files.readString(
                                        Shared.path(
                                                "standards/eudi-learning-credential/"
                                                        + "vct-learning_credential.json"))));
        var ours = rules(TypeMetadata.document());

        assertThat(ours).containsAllEntriesOf(published);
        ours.keySet().removeAll(published.keySet());
        assertThat(ours.keySet()).hasSize(ExactClaim.values().length + 1);
        assertThat(ours.values()).containsOnly("false always");
        System.out.printf("claims of the type: %d, added: %d%n", published.size(), ours.size());
    }

    @Test
    void everyClaimOfOursIsATermOfAVocabulary() throws IOException {
        var terms = new StringBuilder();
        for (var table : List.of("cairn-v1", "open-badges-3.0.3", "credentials-v2")) {
            try (var in =
                    LearningCredential.class.getResourceAsStream(
                            "/eu/cairn/formats/credential/context-" + table + ".tsv")) {
                terms.append(
                        new String(
                                Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        for (var claim : ExactClaim.values()) {
            assertThat(terms.toString())
                    .containsPattern("\\s" + Pattern.quote(claim.code()) + "\\s");
        }
    }

    private static Map<String, String> rules(JsonObject metadata) {
        assertThat(metadata.getString("vct")).isEqualTo(LearningCredential.TYPE);
        return metadata.getJsonArray("claims").getValuesAs(JsonObject.class).stream()
                .collect(
                        Collectors.toMap(
                                claim -> claim.getJsonArray("path").toString(),
                                claim ->
                                        claim.getBoolean("mandatory") + " " + claim.getString("sd"),
                                (one, other) -> one,
                                HashMap::new));
    }

    @Test
    void theHolderChoosesWhatTheTypeSaysAndNothingElseIsHidden() {
        var sdJwt = WALLET.receive(CREDENTIAL, Samples.publication(), SIGNER);
        var payload = payload(sdJwt);

        assertThat(payload.keySet())
                .containsExactlyInAnyOrder(
                        "jti",
                        "iat",
                        "exp",
                        "vct",
                        "iss",
                        "cnf",
                        "issuing_authority",
                        "issuing_country",
                        "date_of_issuance",
                        "date_of_expiry",
                        "achievement_title",
                        "achievement_description",
                        "language_of_classes",
                        "status",
                        "_sd",
                        "_sd_alg");
        assertThat(Wallet.names(sdJwt))
                .contains(
                        "family_name",
                        "given_name",
                        "learner_identification",
                        "learning_outcomes",
                        "assessment_grade",
                        "expected_study_time",
                        "level_of_learning_experience",
                        "types_of_quality_assurance",
                        "prerequisites_to_enroll",
                        "integration_stackability_options")
                .hasSameSizeAs(payload.getJsonArray("_sd"));
        assertThat(payload.toString()).doesNotContain("Briain").doesNotContain("28/30");
    }

    @Test
    void valuesAreWrittenAsTheReferenceIssuerWritesThem() {
        var claims = claims(CREDENTIAL);

        assertThat(claims.getInt("level_of_learning_experience")).isEqualTo(7);
        assertThat(claims.getBoolean("integration_stackability_options")).isFalse();
        assertThat(claims.getString("expected_study_time")).isEqualTo("190 h (7.5 ECTS)");
        assertThat(claims.getJsonArray("types_of_quality_assurance").getString(0))
                .isEqualTo("Internal Evaluation");
        assertThat(claims.getJsonArray("language_of_classes").getString(0)).isEqualTo("it");
        assertThat(claims.getString("date_of_issuance")).isEqualTo("2025-06-18");
        assertThat(claims.getString("date_of_expiry")).isEqualTo("2030-06-18");
        assertThat(claims.getJsonNumber("exp").longValue())
                .isEqualTo(
                        LocalDate.of(2030, 6, 19)
                                .atStartOfDay()
                                .toEpochSecond(java.time.ZoneOffset.UTC));
        assertThat(claims.getJsonNumber("iat").longValue())
                .isEqualTo(Samples.ISSUED.getEpochSecond());
    }

    @Test
    void theStatusIsKeptInATokenStatusList() {
        var claims = Samples.json(LearningCredential.write(CREDENTIAL, Samples.publication()));

        assertThat(claims.getJsonObject("status").toString())
                .isEqualTo(
                        "{\"status_list\":{\"idx\":94567,"
                                + "\"uri\":\"https://lagoonside.example/status/1\"}}");
    }

    @Test
    void aCredentialWithAllItsDisclosuresSaysAllThatItsAwardDoes() {
        var sdJwt = WALLET.receive(CREDENTIAL, Samples.publication(), SIGNER);

        assertThat(new LearningCredentialFormat().read(bytes(sdJwt)))
                .isEqualTo(Decided.accepted(CREDENTIAL));
    }

    @Test
    void withoutDisclosuresItSaysWhatIsInTheClearOnly() {
        var sdJwt = WALLET.receive(CREDENTIAL, Publication.NONE, SIGNER);

        var read =
                Samples.accepted(
                        LearningCredential.read(bytes(Wallet.disclosing(sdJwt, name -> false))));

        assertThat(read.title().authoritative()).isEqualTo("Gestione sostenibile delle lagune");
        assertThat(read.learner()).isEmpty();
        assertThat(read.grade()).isEmpty();
        assertThat(read.expiresOn()).isEqualTo(CREDENTIAL.expiresOn());
        assertThat(read.awardedOn()).isEqualTo(CREDENTIAL.awardedOn());
    }

    @Test
    void theClaimsOfTheTypeAloneSayMostOfIt() {
        var sdJwt = WALLET.receive(CREDENTIAL, Publication.NONE, SIGNER);

        var read =
                Samples.accepted(
                        LearningCredential.read(
                                bytes(Wallet.disclosing(sdJwt, name -> !name.contains(":")))));

        assertThat(read.workload()).isEqualTo(CREDENTIAL.workload());
        assertThat(read.learner()).isEqualTo(CREDENTIAL.learner());
        assertThat(read.level().flatMap(Level::eqf))
                .isEqualTo(CREDENTIAL.level().flatMap(Level::eqf));
        assertThat(CredentialPart.OUTCOMES.of(read))
                .isEqualTo(CredentialPart.OUTCOMES.of(CREDENTIAL));
        assertThat(CredentialPart.QUALITY_ASSURANCE_KINDS.of(read))
                .isEqualTo(CredentialPart.QUALITY_ASSURANCE_KINDS.of(CREDENTIAL));
        assertThat(read.assessments()).isEmpty();
    }

    @Test
    void aCredentialIsIssuedToAKeyOnly() {
        var claims = LearningCredential.write(CREDENTIAL, Publication.NONE);

        assertThat(LearningCredential.prepare(claims, Optional.empty(), SIGNER).reasons())
                .extracting(reason -> reason.code())
                .containsExactly("credential.holder-key-missing");
        var jwk =
                payload(WALLET.receive(CREDENTIAL, Publication.NONE, SIGNER))
                        .getJsonObject("cnf")
                        .getJsonObject("jwk");
        assertThat(jwk.keySet()).containsExactlyInAnyOrder("kty", "crv", "x", "y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}"
            })
    void whatIsNoPublicKeyOfAWalletIsRefused(String jwk) {
        assertThat(HolderKey.of(jwk)).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aPrivateKeyIsNeverTakenForTheHolders() {
        assertThat(HolderKey.of(WALLET.key().toJSONString())).isInstanceOf(Decided.Refused.class);
    }

    @Test
    void aKeyOfEd25519IsAHoldersToo() {
        var jwk =
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"a\","
                        + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

        assertThat(Samples.accepted(HolderKey.of(jwk)).jwk()).doesNotContain("kid");
    }

    @Test
    void whatTheTypeDemandsBeyondTheStandardIsNamedBefore() {
        var nameless = with(Optional.of(Learner.named("Sukarno")), CREDENTIAL.level());
        var levelless =
                with(
                        CREDENTIAL.learner(),
                        Optional.of(
                                new Level(
                                        Optional.empty(),
                                        Optional.of(Cycle.FIRST),
                                        Optional.empty())));

        assertThat(LearningCredential.lacking(CREDENTIAL)).isEmpty();
        assertThat(LearningCredential.lacking(nameless))
                .containsExactly(CredentialPart.LEARNER_IDENTIFIER);
        assertThat(LearningCredential.lacking(levelless)).containsExactly(CredentialPart.EQF_LEVEL);
        assertThatThrownBy(() -> LearningCredential.write(levelless, Publication.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("EQF_LEVEL");
    }

    @Test
    void aNameWithoutPartsStandsInThePlaceOfTheFamilyName() {
        for (var family : List.of(Optional.<String>empty(), Optional.of("Sukarno"))) {
            var learner = new Learner("Sukarno", Optional.empty(), family, Optional.of("s-1"));
            var credential = with(Optional.of(learner), CREDENTIAL.level());

            assertThat(claims(credential).getString("family_name")).isEqualTo("Sukarno");
            assertThat(LearningCredential.read(claims(credential)))
                    .isEqualTo(Decided.accepted(credential));
        }
    }

    @Test
    void aCredentialOfTheReferenceIssuerIsRead() {
        var claims =
                Samples.json(
                        """
                        {"vct": "urn:eu.europa.ec.eudi:learning:credential:1", "jti": "x y/1",
                         "iss": "https://university.example/applied-sciences", "iat": 1789999000,
                         "exp": 1790100000, "issuing_authority": "University of Example",
                         "issuing_country": "DE", "date_of_issuance": "2026-09-01",
                         "achievement_title": "Foundations of AI", "language_of_classes": ["en", "de"],
                         "family_name": "Musterfrau", "given_name": "Erika",
                         "learner_identification": "0123456", "expected_study_time": "12 months",
                         "level_of_learning_experience": "6",
                         "types_of_quality_assurance": ["Institutional Evaluation"],
                         "integration_stackability_options": true, "assessment_grade": 7}
                        """);

        var read = Samples.accepted(LearningCredential.read(claims));

        assertThat(read.id()).isEqualTo("https://university.example/applied-sciences#x+y%2F1");
        assertThat(read.learner().map(Learner::fullName)).contains("Erika Musterfrau");
        assertThat(read.awardedOn()).contains(LocalDate.of(2026, 9, 1));
        assertThat(read.level().flatMap(Level::eqf).map(level -> level.level())).contains(6);
        assertThat(read.workload()).isEmpty();
        assertThat(read.qualityAssurance()).isEmpty();
        assertThat(read.languageOfInstruction()).isEmpty();
        assertThat(read.grade()).isEmpty();
        assertThat(read.stackability()).isEmpty();
    }

    @Test
    void anotherTypeIsNoMicroCredential() {
        assertThat(LearningCredential.read(Samples.json("{\"vct\":\"urn:x\"}")).reasons())
                .extracting(reason -> reason.code())
                .containsExactly("format.no-achievement");
        assertThat(LearningCredential.read(bytes("~~~"))).isInstanceOf(Decided.Refused.class);
        assertThat(LearningCredential.read(bytes(""))).isInstanceOf(Decided.Refused.class);
    }

    private static MicroCredential with(Optional<Learner> learner, Optional<Level> level) {
        return Changed.of(CREDENTIAL, Map.of("learner", learner, "level", level));
    }

    private static JsonObject claims(MicroCredential credential) {
        return Samples.json(LearningCredential.write(credential, Publication.NONE));
    }

    private static JsonObject payload(String sdJwt) {
        return Samples.accepted(SdJwt.parse(sdJwt).then(SdJwt::payload));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
