package eu.cairn.catalogue;

import eu.cairn.credential.Level;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the level that a draft claims: the EQF level and the cycle must be those that the national
 * framework is referenced to on the day.
 */
final class LevelReader {

    private final CourseDraft draft;
    private final Offerer offerer;
    private final NationalFrameworks frameworks;
    private final LocalDate day;
    private final TypedFields fields;

    LevelReader(
            CourseDraft draft,
            Offerer offerer,
            NationalFrameworks frameworks,
            LocalDate day,
            TypedFields fields) {
        this.draft = draft;
        this.offerer = offerer;
        this.frameworks = frameworks;
        this.day = day;
        this.fields = fields;
    }

    Optional<Level> read() {
        var national = nationalLevel();
        var eqf = eqf();
        var cycle = Cycle.ofCode(draft.cycle());
        if (cycle.isEmpty() && !draft.cycle().isBlank()) {
            return fields.fault("cycle", "catalogue.choice-unknown", draft.cycle());
        }
        if (eqf.isEmpty() || national.isEmpty()) {
            return Optional.empty();
        }
        var referenced = national.get();
        if (!referenced.eqf().equals(eqf)) {
            return fields.fault(
                    "eqfLevel",
                    "catalogue.level-contradicts",
                    eqf.get().level(),
                    referenced.framework(),
                    referenced.level(),
                    referenced.eqf().map(EqfLevel::level).map(String::valueOf).orElse("–"));
        }
        if (cycle.isPresent() && !referenced.cycle().equals(cycle)) {
            return fields.fault(
                    "cycle",
                    "catalogue.cycle-contradicts",
                    cycle.get().code(),
                    referenced.framework(),
                    referenced.level(),
                    referenced.cycle().map(Cycle::code).orElse("–"));
        }
        if (!referenced.confirmed()) {
            fields.hint("nationalLevel", "catalogue.level-unconfirmed", referenced.framework());
        }
        right(eqf.get());
        return Optional.of(
                new Level(
                        eqf,
                        cycle,
                        Optional.of(
                                new Level.NationalLevelClaim(
                                        referenced.framework(), referenced.level()))));
    }

    /** A level beyond what the organisation may award is for the reviewer to judge. */
    private void right(EqfLevel claimed) {
        offerer.right()
                .filter(right -> right.validity().holdsOn(day) && !right.covers(claimed))
                .ifPresent(
                        right ->
                                fields.hint(
                                        "eqfLevel",
                                        "catalogue.level-beyond-right",
                                        claimed.level(),
                                        right.upTo().level(),
                                        right.basis()));
    }

    /** Of the frameworks that use the label, the one that agrees with the European level. */
    private Optional<NationalLevel> nationalLevel() {
        var label = draft.nationalLevel().strip();
        if (label.isEmpty()) {
            return fields.fault("nationalLevel", "catalogue.choice-missing");
        }
        var found = frameworks.levels(offerer.country(), label, day);
        var claimed = draft.eqfLevel().strip();
        var level =
                found.stream()
                        .filter(
                                l ->
                                        l.eqf()
                                                .filter(e -> claimed.equals("" + e.level()))
                                                .isPresent())
                        .findFirst()
                        .or(() -> found.stream().findFirst());
        return level.isPresent()
                ? level
                : fields.fault(
                        "nationalLevel",
                        "catalogue.national-level-unknown",
                        label,
                        offerer.country().code());
    }

    private Optional<EqfLevel> eqf() {
        var text = draft.eqfLevel().strip();
        if (text.isEmpty()) {
            return fields.fault("eqfLevel", "catalogue.choice-missing");
        }
        return text.matches("[1-8]")
                ? Optional.of(new EqfLevel(Integer.parseInt(text)))
                : fields.fault("eqfLevel", "catalogue.choice-unknown", text);
    }
}
