package eu.cairn.app.cli;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Certificates;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Labels;
import eu.cairn.formats.credential.elm.SealCertificate;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A key as commands print it. */
record KeyLine(Organisation organisation, Keys.Key key, Optional<SealCertificate> certificate) {

    static KeyLine of(OpenHome home, Organisation organisation, Keys.Key key) {
        return new KeyLine(organisation, key, home.bean(Certificates.class).recorded(key.id()));
    }

    /** The same for machines. */
    record Json(
            String organisation,
            String id,
            String did,
            String kind,
            String place,
            String state,
            String madeAt,
            Optional<String> retiredAt,
            Optional<String> compromisedSince,
            Optional<String> compromisedBecause,
            Optional<JsonCertificate> certificate) {}

    /**
     * The certificate of a key.
     *
     * @param testSeal whether the key made it for itself
     * @param length how many certificates there are with those it rests on
     */
    record JsonCertificate(
            String holder, String issuer, boolean testSeal, String validUntil, int length) {

        static JsonCertificate of(SealCertificate certificate) {
            return new JsonCertificate(
                    certificate.holder(),
                    certificate.issuer(),
                    certificate.ofTestSeal(),
                    certificate.validUntil().toString(),
                    certificate.chain().size());
        }
    }

    static void print(List<KeyLine> lines, boolean json, PrintWriter out) {
        if (json) {
            out.println(
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(lines.stream().map(KeyLine::json).toList()));
        } else {
            lines.forEach(line -> out.println(line.text()));
        }
        out.flush();
    }

    private Json json() {
        return new Json(
                organisation.slug(),
                key.id().toString(),
                key.did(),
                key.kind().code(),
                key.place().code(),
                key.compromise().isPresent()
                        ? "compromised"
                        : key.retiredAt().isPresent() ? "retired" : "in-use",
                key.createdAt().toString(),
                key.retiredAt().map(Instant::toString),
                key.compromise().map(one -> one.since().toString()),
                key.compromise().map(Keys.Compromise::why),
                certificate.map(JsonCertificate::of));
    }

    private String text() {
        return "%-16s %-7s %-5s %-40s made %s  %s  %s"
                .formatted(
                        organisation.slug(),
                        key.kind().code(),
                        key.place().code(),
                        state(),
                        moment(key.createdAt()),
                        key.did(),
                        certificate.map(this::certified).orElse("no certificate yet"));
    }

    private String certified(SealCertificate some) {
        return "%s until %s"
                .formatted(
                        some.ofTestSeal() ? "test certificate" : "certificate of " + some.issuer(),
                        moment(some.validUntil()));
    }

    private String state() {
        return key.compromise()
                .map(one -> "COMPROMISED since " + moment(one.since()))
                .or(() -> key.retiredAt().map(at -> "retired " + moment(at)))
                .orElse("in use");
    }

    private String moment(Instant at) {
        return Labels.of(at, organisation.zone());
    }
}
