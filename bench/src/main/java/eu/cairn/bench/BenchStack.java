package eu.cairn.bench;

import eu.cairn.formats.stacking.RulebookReader;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rulebook of the demo with a portfolio that satisfies it and holds more than it needs. */
record BenchStack(Rulebook rulebook, Portfolio portfolio) {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String HOME = "hei:lough-ree";

    static BenchStack of(String name) {
        var rulebook = rulebook(name);
        return new BenchStack(
                rulebook,
                Portfolio.of(
                        DAY,
                        switch (name) {
                            case "joint-sustainability-10" -> sustainability();
                            case "teaching-certificate-30" -> teaching();
                            default -> stewardship();
                        }));
    }

    private static Rulebook rulebook(String name) {
        var resource = "/eu/cairn/app/demo/rulebooks/" + name + ".yaml";
        try (var stream = BenchStack.class.getResourceAsStream(resource)) {
            var text =
                    new String(
                            Optional.ofNullable(stream).orElseThrow().readAllBytes(),
                            StandardCharsets.UTF_8);
            return switch (RulebookReader.read(text)) {
                case Decided.Accepted<Rulebook>(var rulebook) -> rulebook;
                case Decided.Refused<Rulebook> refused ->
                        throw new IllegalStateException(refused.reasons().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<HeldCredential> sustainability() {
        return List.of(
                course("UNA-INTRO", 3, "FI"),
                course("UNA-CLIMATE", 2, "FI"),
                course("UNA-BIODIV", 2, "FI"),
                course("UNA-POLECON", 2, "PL"),
                course("UNA-ARTS", 1, "IT"),
                course("OTHER-1", 5, "IE"),
                course("OTHER-2", 5, "IE"));
    }

    private static List<HeldCredential> teaching() {
        return List.of(
                course("TL514", 15, "IE"),
                course("TL515", 10, "IE"),
                course("TL516", 10, "IE"),
                course("TL517", 10, "IE"),
                course("TL518", 5, "IE"),
                course("TL519", 5, "IE"));
    }

    private static List<HeldCredential> stewardship() {
        var held = new ArrayList<HeldCredential>();
        var themes =
                List.of("data-stewardship", "law", "ethics", "statistics", "coding", "metadata");
        for (int i = 0; i < 24; i++) {
            held.add(
                    HeldCredential.of("c" + i, Ects.of(5))
                            .themes(List.of(themes.get(i % 6), themes.get((i / 2) % 6)))
                            .level(i % 5 == 0 ? 6 : 7)
                            .issuer(i % 2 == 0 ? HOME : "hei:kallavesi")
                            .awarded(LocalDate.of(2020 + i % 6, 6, 1))
                            .credential());
        }
        held.add(
                HeldCredential.of("project", Ects.of(5))
                        .themes(List.of("portfolio-project"))
                        .level(7)
                        .issuer(HOME)
                        .awarded(LocalDate.of(2026, 6, 1))
                        .credential());
        return held;
    }

    private static HeldCredential course(String code, int credits, String country) {
        return HeldCredential.of(code, Ects.of(credits))
                .course(code)
                .country(new Country(country))
                .awarded(LocalDate.of(2026, 6, 1))
                .credential();
    }
}
