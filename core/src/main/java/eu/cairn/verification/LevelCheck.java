package eu.cairn.verification;

import eu.cairn.credential.Level;
import eu.cairn.credential.MicroCredential;
import eu.cairn.framework.Country;
import eu.cairn.framework.Cycle;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalLevel;
import eu.cairn.verification.Check.Kind;
import eu.cairn.verification.Check.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the levels that a credential names fit each other on the day of the award: national level
 * to European level (EQF Recommendation 2017/C 189/03) to cycle (QF-EHEA, Paris 2018).
 *
 * <p>A link that the reference table has from no named source contradicts nobody; a document that
 * contradicts itself fails whatever the table has.
 */
public final class LevelCheck {

    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");

    /** Words in the names of many frameworks, which tell none from another. */
    private static final Set<String> OF_ANY_FRAMEWORK =
            Set.of(
                    "and",
                    "delle",
                    "des",
                    "education",
                    "for",
                    "framework",
                    "level",
                    "levels",
                    "qualification",
                    "qualifications",
                    "the");

    private final NationalFrameworks frameworks;
    private final Instant at;

    public LevelCheck(NationalFrameworks frameworks, Instant at) {
        this.frameworks = frameworks;
        this.at = at;
    }

    public Check of(MicroCredential credential) {
        if (credential.level().isEmpty()) {
            return check(Result.DOES_NOT_APPLY, "level.not-stated");
        }
        var level = credential.level().get();
        var cycle = level.cycle().filter(claimed -> isNotOf(claimed, level.eqf()));
        if (cycle.isPresent()) { // it contradicts itself, whatever any table says
            return cycleDiffers(cycle.get(), level.eqf().orElseThrow());
        }
        if (level.national().isEmpty()) {
            return withoutNational(level);
        }
        var claim = level.national().get();
        var day = credential.dayOfAward();
        var row = row(claim, credential.awardingBody().country(), day);
        return row.isEmpty()
                ? check(
                        Result.COULD_NOT_CHECK,
                        "level.framework-unknown",
                        claim.framework(),
                        claim.level(),
                        day.toString())
                : compared(level, row.get(), day);
    }

    /**
     * The row by the name of the framework; or by the country, where it has one framework only and
     * that is called much the same.
     */
    private Optional<NationalLevel> row(
            Level.NationalLevelClaim claim, Optional<Country> country, LocalDate day) {
        var named = frameworks.level(claim.framework(), claim.level(), day);
        if (named.isPresent() || country.isEmpty()) {
            return named;
        }
        var ofCountry =
                frameworks.levels(country.get(), day).stream()
                        .map(NationalLevel::framework)
                        .distinct()
                        .toList();
        return ofCountry.size() == 1 && isAlike(claim.framework(), ofCountry.getFirst())
                ? frameworks.level(country.get(), claim.level(), day)
                : Optional.empty();
    }

    /** Whether two names of frameworks share a word or an abbreviation. */
    private static boolean isAlike(String claimed, String framework) {
        return !Collections.disjoint(words(claimed), words(framework));
    }

    private static Set<String> words(String name) {
        return NO_LETTER
                .splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2 && !OF_ANY_FRAMEWORK.contains(word))
                .collect(Collectors.toSet());
    }

    private Check compared(Level level, NationalLevel row, LocalDate day) {
        if (row.eqf().isEmpty()) {
            return check(Result.COULD_NOT_CHECK, "level.no-link", row.framework(), row.level());
        }
        var linked = row.eqf().get();
        if (level.eqf().filter(claimed -> !claimed.equals(linked)).isPresent()) {
            return differs(
                    row, "level.contradicts", linked.toString(), level.eqf().get().toString());
        }
        if (level.cycle().isPresent()
                && row.cycle().isPresent()
                && !row.cycle().equals(level.cycle())) {
            return differs(
                    row,
                    "level.cycle-contradicts",
                    row.cycle().get().code(),
                    level.cycle().get().code());
        }
        var cycle = level.cycle().filter(claimed -> !claimed.eqf().equals(linked));
        if (cycle.isPresent() && row.confirmed()) {
            return cycleDiffers(cycle.get(), linked);
        }
        if (cycle.isPresent()) {
            return differs(row, "level.cycle-differs", linked.toString(), cycle.get().code());
        }
        return row.confirmed()
                ? check(
                        Result.PASSED,
                        "level.consistent",
                        row.framework(),
                        row.level(),
                        linked.toString(),
                        day.toString(),
                        row.source())
                : check(
                        Result.COULD_NOT_CHECK,
                        "level.match-unconfirmed",
                        row.framework(),
                        row.level(),
                        linked.toString(),
                        day.toString());
    }

    private Check differs(NationalLevel row, String code, String linked, String claimed) {
        return row.confirmed()
                ? check(
                        Result.FAILED,
                        code,
                        row.framework(),
                        row.level(),
                        linked,
                        claimed,
                        row.source())
                : check(
                        Result.COULD_NOT_CHECK,
                        "level.differs-unconfirmed",
                        row.framework(),
                        row.level(),
                        linked,
                        claimed);
    }

    private Check withoutNational(Level level) {
        if (level.eqf().isEmpty() || level.cycle().isEmpty()) {
            return check(Result.COULD_NOT_CHECK, "level.one-claim");
        }
        return check(
                Result.PASSED,
                "level.cycle-fits",
                level.eqf().get().toString(),
                level.cycle().get().code());
    }

    private static boolean isNotOf(Cycle cycle, Optional<EqfLevel> eqf) {
        return eqf.isPresent() && !cycle.eqf().equals(eqf.get());
    }

    private Check cycleDiffers(Cycle cycle, EqfLevel eqf) {
        return check(
                Result.FAILED,
                "level.cycle-differs",
                eqf.toString(),
                cycle.code(),
                cycle.eqf().toString());
    }

    private Check check(Result result, String code, String... evidence) {
        return new Check(Kind.LEVEL, result, code, List.of(evidence), at);
    }
}
