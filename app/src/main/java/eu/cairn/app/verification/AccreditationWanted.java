package eu.cairn.app.verification;

import eu.cairn.app.credential.IssuedAccreditation.Kind;
import eu.cairn.formats.credential.Iri;
import eu.cairn.framework.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody wants to accredit, as it was typed.
 *
 * @param kind the code of an {@link Kind}
 * @param subject the identifier of a body, or the address of a course
 * @param name what it is called
 * @param levels European levels, such as 6; none sets no limit
 * @param from the first day, such as 2026-11-30
 * @param until the last day
 */
public record AccreditationWanted(
        String kind, String subject, String name, List<String> levels, String from, String until) {

    /** Where nothing was typed yet. */
    static final AccreditationWanted NOTHING =
            new AccreditationWanted(Kind.INSTITUTION.code(), "", "", List.of(), "", "");

    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_NAME = 200;
    private static final String DID = "did:[a-z0-9]+:[A-Za-z0-9.:%_-]*[A-Za-z0-9._-]";

    /** An accreditation may be put down that was decided long ago, and one that begins later. */
    private static final int YEARS_BACK = 30;

    private static final int YEARS_AHEAD = 10;

    /** What registers write where there is no end. */
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    public AccreditationWanted {
        kind = kind.strip();
        subject = subject.strip();
        name = name.strip();
        levels = levels.stream().map(String::strip).filter(level -> !level.isEmpty()).toList();
        from = from.strip();
        until = until.strip();
    }

    /** The same for a form, which asks whether the level is among them. */
    public boolean has(int level) {
        return levels.contains(String.valueOf(level));
    }

    /** What was typed, where it is an accreditation. */
    record Understood(Kind kind, List<Integer> levels, LocalDate from, LocalDate until) {}

    /** Why it is none, each with its place; nothing where it is one. */
    List<Refusal> faults(LocalDate today) {
        var faults = new ArrayList<Refusal>();
        var which = Kind.ofCode(kind);
        if (which.isEmpty()) {
            faults.add(Refusal.of("accreditation.kind-unknown", "kind", kind));
        }
        subjectFault(which).ifPresent(faults::add);
        if (name.isEmpty()) {
            faults.add(Refusal.of("accreditation.name-missing", "name"));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(
                    Refusal.of("accreditation.name-too-long", "name", name.length(), LONGEST_NAME));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add(Refusal.of("accreditation.name-of-several-lines", "name"));
        }
        levels.stream()
                .filter(level -> !level.matches("[1-8]"))
                .findFirst()
                .map(level -> Refusal.of("accreditation.level-unknown", "levels", level))
                .ifPresent(faults::add);
        faults.addAll(dayFaults(today));
        return faults;
    }

    private Optional<Refusal> subjectFault(Optional<Kind> which) {
        if (subject.length() > LONGEST_SUBJECT) {
            return Optional.of(
                    Refusal.of(
                            "accreditation.subject-too-long",
                            "subject",
                            subject.length(),
                            LONGEST_SUBJECT));
        }
        boolean isDid = subject.toLowerCase(Locale.ROOT).startsWith("did:");
        if (which.equals(Optional.of(Kind.COURSE)) && !isWebAddress(subject)) {
            return Optional.of(
                    Refusal.of("accreditation.course-address-malformed", "subject", subject));
        }
        return Iri.isAbsolute(subject) && (!isDid || subject.matches(DID))
                ? Optional.empty()
                : Optional.of(Refusal.of("accreditation.subject-malformed", "subject", subject));
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = new URI(text);
            return Iri.isAbsolute(text)
                    && List.of("https", "http").contains(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private List<Refusal> dayFaults(LocalDate today) {
        var faults = new ArrayList<Refusal>();
        var first = day(from);
        var last = day(until);
        if (first.isEmpty()) {
            faults.add(Refusal.of("accreditation.day-malformed", "from", from));
        } else if (first.get().isBefore(today.minusYears(YEARS_BACK))
                || first.get().isAfter(today.plusYears(YEARS_AHEAD))) {
            faults.add(
                    Refusal.of(
                            "accreditation.from-out-of-range",
                            "from",
                            first.get(),
                            YEARS_BACK,
                            YEARS_AHEAD));
        }
        if (last.isEmpty()) {
            faults.add(Refusal.of("accreditation.day-malformed", "until", until));
        } else if (last.get().isAfter(LAST)) {
            faults.add(Refusal.of("accreditation.until-out-of-range", "until", last.get(), LAST));
        } else if (first.filter(last.get()::isBefore).isPresent()) {
            faults.add(
                    Refusal.of(
                            "accreditation.ends-before-it-begins",
                            "until",
                            first.get(),
                            last.get()));
        }
        return faults;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The same where it has no faults. */
    Understood understood() {
        return new Understood(
                Kind.ofCode(kind).orElseThrow(),
                levels.stream().map(Integer::valueOf).distinct().sorted().toList(),
                LocalDate.parse(from),
                LocalDate.parse(until));
    }
}
