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
 * @param shares every share
 * @param conflict a set of requirements and limits each of which could be met alone, but which
 *     cannot be met together, and none of which can be left out of it; empty where none is known
 */
public record Audit(
        Result result,
        Optional<Ects> missing,
        List<Counted> counted,
        List<String> chosen,
        List<RequirementResult> requirements,
        List<LimitResult> limits,
        List<ShareResult> shares,
        List<CredentialResult> credentials,
        List<Further> completion,
        List<String> conflict,
        Proof proof) {

    public Audit {
        counted = List.copyOf(counted);
        chosen = List.copyOf(chosen);
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
        shares = List.copyOf(shares);
        credentials = List.copyOf(credentials);
        completion = List.copyOf(completion);
        conflict = List.copyOf(conflict);
    }

    /** The same audit with a conflict. */
    Audit with(List<String> conflicting) {
        return new Audit(
                result,
                missing,
                counted,
                chosen,
                requirements,
                limits,
                shares,
                credentials,
                completion,
                conflicting,
                proof);
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

    /**
     * That {@code credits} of a credential count.
     *
     * @param credential its id, or the name of a block that a bundle makes
     * @param requirements one requirement, or the two that share it
     * @param of the credentials in a block; empty for a credential
     */
    public record Counted(
            String credential, List<String> requirements, Ects credits, List<String> of) {
        public Counted {
            requirements = List.copyOf(requirements);
            of = List.copyOf(of);
        }

        /** What is counted itself: the credential, or those in the block. */
        public List<String> credentials() {
            return of.isEmpty() ? List.of(credential) : of;
        }

        public boolean isIn(String requirement) {
            return requirements.contains(requirement);
        }
    }

    /** How much is counted twice under a share. */
    public record ShareResult(
            String id,
            Ects used,
            Optional<Ects> atMost,
            int courses,
            Optional<Integer> coursesAtMost) {}

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
     * @param requirements where it would count: one requirement, or two that share it
     * @param facts what it has to be; a fact that no rule asks about is absent
     */
    public record Further(List<String> requirements, Ects credits, HeldCredential facts) {
        public Further {
            requirements = List.copyOf(requirements);
        }

        /** A further credential in one requirement. */
        public Further(String requirement, Ects credits, HeldCredential facts) {
            this(List.of(requirement), credits, facts);
        }

        /** Where it would count, the first of two that share it. */
        public String requirement() {
            return requirements.getFirst();
        }
    }

    /**
     * What shows the result.
     *
     * @param kind {@code assignment} for satisfied; {@code cut} or {@code bound} where the lower
     *     bound is the missing figure itself; {@code search} where every placement was looked at
     * @param bound a reason in one sentence why the rulebook cannot be satisfied, where one is
     *     known
     * @param steps how much work it was, the same on every machine
     * @param tieBroken whether it is proven that no placement that misses as little is better by
     *     the tie-break
     */
    public record Proof(String kind, Optional<LowerBound> bound, long steps, boolean tieBroken) {}

    /** What a lower bound counts. */
    public enum Measure {
        CREDITS("credits"),
        COURSES("courses");

        private final String code;

        Measure(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * Why something is missing whatever is counted where: these requirements, or this floor, need
     * more than all credentials together that they accept.
     *
     * @param requirements the requirements of a cut; empty for a floor
     * @param floor the limit whose floor it is
     * @param caps limits that let less count than there is; no credential is in two of them
     * @param needed in hundredths of a credit, or in courses
     * @param available what there is of it, in the same unit
     */
    public record LowerBound(
            Measure measure,
            List<String> requirements,
            Optional<String> floor,
            List<String> caps,
            long needed,
            long available) {
        public LowerBound {
            requirements = List.copyOf(requirements);
            caps = List.copyOf(caps);
        }

        public long missing() {
            return needed - available;
        }
    }

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
                completion,
                proof.kind(),
                proof.bound());
    }

    /** What an audit claims about a rulebook and a portfolio, without the explanations. */
    public record Claim(
            Result result,
            Optional<Ects> missing,
            List<Counted> counted,
            List<String> chosen,
            List<RequirementFigures> requirements,
            List<LimitFigures> limits,
            List<Further> completion,
            String proof,
            Optional<LowerBound> bound) {

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
