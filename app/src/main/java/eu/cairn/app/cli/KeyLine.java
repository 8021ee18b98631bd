package eu.cairn.app.cli;

import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.web.Labels;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A key as commands print it. */
record KeyLine(Organisation organisation, Keys.Key key) {

    /** The same for machines. */
    record Json(
            String organisation,
            String id,
            String did,
            String kind,
            String state,
            String madeAt,
            Optional<String> retiredAt,
            Optional<String> compromisedSince,
            Optional<String> compromisedBecause) {}

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
                key.compromise().isPresent()
                        ? "compromised"
                        : key.retiredAt().isPresent() ? "retired" : "in-use",
                key.createdAt().toString(),
                key.retiredAt().map(Instant::toString),
                key.compromise().map(one -> one.since().toString()),
                key.compromise().map(Keys.Compromise::why));
    }

    private String text() {
        return "%-16s %-7s %-40s made %s  %s"
                .formatted(
                        organisation.slug(),
                        key.kind().code(),
                        state(),
                        moment(key.createdAt()),
                        key.did());
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
