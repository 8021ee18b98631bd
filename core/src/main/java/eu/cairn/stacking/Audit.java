package eu.cairn.stacking;

import eu.cairn.framework.Ects;
import java.util.List;
import java.util.Optional;

/**
 * What a portfolio comes to under a rulebook: whether it satisfies it, by which assignment, what is
 * missing otherwise, and for every credential where it counts or why it does not. Lists are in the
 * order of ids, so the same facts give the same audit.
 *
 * @param missing the least volume of further credits, of whatever kind the rules accept, with which
 *     the rulebook is satisfied; empty where the audit could not finish, or where no credits at all
 *     would satisfy it
 * @param counted which credentials count where; each at most once
 * @param chosen the alternatives chosen, by requirement id
 * @param requirements every requirement at any depth
 * @param limits every limit, the total included
 * @param credentials every credential of the portfolio
 * @param completion further credentials, as few credits as {@code missing}, that together with what
 *     is counted satisfy the rulebook
 * @param conflict requirements and limits that contradict each other; empty where none is known
 */
public record Audit(
        Result result,
        Optional<Ects> missing,
        List<Counted> counted,
        List<String> chosen,
        List<RequirementResult> requirements,
        List<LimitResult> limits,
        List<CredentialResult> credentials,
        List<Further> completion,
        List<String> conflict,
        Proof proof) {

    public Audit {
        counted = List.copyOf(counted);
        chosen = List.copyOf(chosen);
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        credentials = List.copyOf(credentials);
        completion = List.copyOf(completion);
        conflict = List.copyOf(conflict);
    }

    /** Satisfied, not satisfied, or not decided within the work that an audit may cost. */
    public enum Result {
        SATISFIED("satisfied"),
        NOT_SATISFIED("not-satisfied"),
        COULD_NOT_FINISH("could-not-finish");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** How far a requirement is: all it asks for, some of it, or nothing yet. */
    public enum State {
        MET("met"),
        PARTLY("partly"),
        OPEN("open");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** That {@code credits} of a credential count in a requirement. */
    public record Counted(String credential, String requirement, Ects credits) {}

    /**
     * How far one requirement is.
     *
     * @param within the requirement that it is part of
     * @param chosen false for an alternative that was not chosen, and for all below it
     * @param counted what counts in it and below it
     * @param missing what it still needs, in credits and in courses
     */
    public record RequirementResult(
            String id,
            Optional<String> within,
            boolean chosen,
            State state,
            Ects counted,
            Ects missing,
            int courses,
            int missingCourses) {}

    /** What is used of a limit, and whether it holds for what is counted. */
    public record LimitResult(
            String id,
            Ects used,
            Optional<Ects> atLeast,
            Optional<Ects> atMost,
            int courses,
            Optional<Integer> coursesAtLeast,
            Optional<Integer> coursesAtMost,
            boolean holds) {}

    /** Where one credential counts, or every reason why it does not, or counts in part only. */
    public record CredentialResult(String id, List<Counted> counts, List<Reason> reasons) {
        public CredentialResult {
            counts = List.copyOf(counts);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A credential that the learner does not hold and that would help.
     *
     * @param facts what it has to be; a fact that no rule asks about is absent
     */
    public record Further(String requirement, Ects credits, HeldCredential facts) {}

    /**
     * What shows the result.
     *
     * @param kind {@code assignment} for satisfied; {@code bound} where counting alone shows what
     *     is missing; {@code search} where every placement was looked at
     * @param steps how much work it was, the same on every machine
     * @param tieBroken whether it is proven that no placement that misses as little leaves fewer
     *     requirements unmet
     */
    public record Proof(String kind, long steps, boolean tieBroken) {}

    /** What this audit claims, for {@link AuditCheck}. */
    public Claim claim() {
        return new Claim(
                result,
                missing,
                counted,
                chosen,
                requirements.stream()
                        .map(
                                each ->
                                        new Claim.RequirementFigures(
                                                each.id(),
                                                each.state(),
                                                each.counted(),
                                                each.missing()))
                        .toList(),
                limits.stream()
                        .map(each -> new Claim.LimitFigures(each.id(), each.used(), each.holds()))
                        .toList(),
                completion);
    }

    /** What an audit claims about a rulebook and a portfolio, without the explanations. */
    public record Claim(
            Result result,
            Optional<Ects> missing,
            List<Counted> counted,
            List<String> chosen,
            List<RequirementFigures> requirements,
            List<LimitFigures> limits,
            List<Further> completion) {

        /** What is claimed of one requirement. */
        public record RequirementFigures(String id, State state, Ects counted, Ects missing) {}

        /** What is claimed of one limit. */
        public record LimitFigures(String id, Ects used, boolean holds) {}

        public Claim {
            counted = List.copyOf(counted);
            chosen = List.copyOf(chosen);
            requirements = List.copyOf(requirements);
            limits = List.copyOf(limits);
            completion = List.copyOf(completion);
        }
    }
}
