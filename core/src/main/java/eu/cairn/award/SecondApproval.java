package eu.cairn.award;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The request that a second person approve a batch, which nobody who had a hand in it may answer.
 *
 * @param uploadedBy the account that uploaded the results
 * @param requestedBy the account that recorded the board's decision and asked
 * @param assessors who assessed, as the results name them: by address or name, in small letters
 */
public record SecondApproval(UUID uploadedBy, UUID requestedBy, Set<String> assessors) {

    private static final int LONGEST = 500;

    public SecondApproval {
        assessors = Set.copyOf(assessors);
    }

    /** Somebody who might approve. */
    public record Candidate(UUID account, String email, String fullName) {}

    /** Who assessed the rows of a file, as the rows name them. */
    public static Set<String> assessors(Stream<ResultRow> rows) {
        return rows.flatMap(row -> named(row.assessedBy()))
                .map(SecondApproval::plain)
                .filter(name -> !name.isEmpty())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Several are divided by semicolons or commas; one may be named the family name first. */
    private static Stream<String> named(String cell) {
        return Stream.of(cell.split("[;|]"))
                .flatMap(
                        part -> {
                            var halves = part.split(",");
                            return halves.length == 2
                                    ? Stream.of(halves[0], halves[1], halves[1] + " " + halves[0])
                                    : Stream.of(halves);
                        });
    }

    /** Whether somebody had no hand in the batch. */
    public boolean isOpenTo(Candidate candidate) {
        return !isOwn(candidate.account()) && !hasAssessed(candidate);
    }

    private boolean isOwn(UUID account) {
        return account.equals(uploadedBy) || account.equals(requestedBy);
    }

    private boolean hasAssessed(Candidate candidate) {
        return assessors.contains(plain(candidate.email()))
                || assessors.contains(plain(candidate.fullName()));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    /**
     * Why somebody may not answer the request.
     *
     * @param registrars everybody who acts as a registrar of the organisation, of whom the refusal
     *     names those who may
     */
    public Optional<Refusal> objection(Candidate candidate, List<Candidate> registrars) {
        if (isOpenTo(candidate)) {
            return Optional.empty();
        }
        var who = String.join(", ", names(registrars));
        return Optional.of(
                isOwn(candidate.account())
                        ? Refusal.of("award.approval-own", "", who)
                        : Refusal.of("award.approval-assessor", "", who));
    }

    /** The names of those who may answer the request. */
    public List<String> names(List<Candidate> registrars) {
        return registrars.stream().filter(this::isOpenTo).map(Candidate::fullName).toList();
    }

    /** The reason with which a batch is returned, or why it is none. */
    public static Decided<String> reason(String typed) {
        if (typed.isBlank()) {
            return Decided.refused(Refusal.of("award.return-reason-missing", "reason"));
        }
        return typed.length() > LONGEST
                ? Decided.refused(
                        Refusal.of(
                                "award.return-reason-too-long", "reason", typed.length(), LONGEST))
                : Decided.accepted(typed.strip());
    }
}
