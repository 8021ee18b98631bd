package eu.cairn.app.recognition;

import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.stacking.Units;
import eu.cairn.recognition.RecognisedUnitTarget;
import eu.cairn.stacking.Rulebook;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what the units of qualifications are, with each version of their rulebooks. */
@Repository
public class UnitStore {

    private final JdbcClient jdbc;

    UnitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A unit that a credential may be recognised as.
     *
     * @param source where its description comes from, in words
     */
    public record Target(RecognisedUnitTarget unit, String source) {}

    /**
     * Publishes the descriptions of a rulebook's units; they are never changed.
     *
     * @throws IllegalArgumentException if the text does not describe units
     */
    public void publish(Rulebook rulebook, String yaml) {
        UnitDescriptions.read(rulebook.id(), yaml);
        jdbc.sql(
                        """
                        INSERT INTO unit_descriptions (rulebook_id, rulebook_version, content)
                        VALUES (:id, :version, :content)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", rulebook.id())
                .param("version", rulebook.version())
                .param("content", yaml)
                .update();
    }

    /**
     * The units that a credential may be recognised as, in the order of the rulebook: those that
     * are described, or where none is, those whose size the rulebook states.
     */
    public List<Target> targets(PublishedRulebook rulebook) {
        var described = descriptions(rulebook.rules());
        return Units.of(rulebook.rules()).stream()
                .map(
                        unit ->
                                described.isPresent()
                                        ? described.flatMap(all -> described(all, unit))
                                        : fromRules(rulebook, unit))
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<Target> target(PublishedRulebook rulebook, String course) {
        return targets(rulebook).stream()
                .filter(target -> target.unit().course().equals(course))
                .findFirst();
    }

    private static Optional<Target> described(UnitDescriptions all, Units.Unit unit) {
        return all.of(unit.course()).map(found -> new Target(found, all.source()));
    }

    /** A unit that nobody described is what the rulebook says of it, and no more. */
    private static Optional<Target> fromRules(PublishedRulebook rulebook, Units.Unit unit) {
        return unit.credits()
                .map(
                        credits ->
                                new Target(
                                        new RecognisedUnitTarget(
                                                rulebook.id(),
                                                unit.course(),
                                                unit.title(),
                                                credits,
                                                rulebook.rules().level(),
                                                "",
                                                "",
                                                List.of()),
                                        "The rulebook itself; the unit is not described further"));
    }

    private Optional<UnitDescriptions> descriptions(Rulebook rulebook) {
        return jdbc.sql(
                        """
                        SELECT content FROM unit_descriptions
                        WHERE rulebook_id = :id AND rulebook_version = :version
                        """)
                .param("id", rulebook.id())
                .param("version", rulebook.version())
                .query(String.class)
                .optional()
                .map(yaml -> UnitDescriptions.read(rulebook.id(), yaml));
    }
}
