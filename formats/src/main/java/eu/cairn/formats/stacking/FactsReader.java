package eu.cairn.formats.stacking;

import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Condition;
import eu.cairn.stacking.CredentialStatus;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.RecognisedUnit;
import eu.cairn.stacking.Recognition;
import eu.cairn.stacking.Requirement;
import eu.cairn.stacking.Rulebook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a portfolio of plain facts in JSON. Only {@code id} and {@code credits} of a credential are
 * required; a file of facts vouches for them itself, so a credential without a status is valid. A
 * status that is not known counts as not verified.
 *
 * <p>Codes: {@code facts.unreadable}, {@code .too-large}, {@code .signed-credential}, {@code
 * .missing-key}, {@code .unknown-key}, {@code .wrong-type}, {@code .out-of-range}, {@code
 * .not-a-date}, {@code .duplicate-id}, {@code .unknown-credential}.
 */
public final class FactsReader {

    /**
     * A rulebook and a portfolio.
     *
     * @param warnings what is suspicious in the rulebook
     */
    public record Question(Rulebook rulebook, Portfolio portfolio, List<Refusal> warnings) {}

    private static final Set<String> ROOT =
            Set.of(
                    "asOf",
                    "credentials",
                    "decisions",
                    "spent",
                    "pins",
                    "leaveOut",
                    "keep",
                    "prefer",
                    "qualification");

    /**
     * The facts that are read by their own names, as texts; the others have a form of their own.
     */
    private static final List<Fact> TEXTS =
            Stream.of(Fact.values())
                    .filter(fact -> fact != Fact.SIZE && fact != Fact.AWARDED)
                    .filter(fact -> fact != Fact.SPENT && fact != Fact.LEVEL)
                    .toList();

    private static final Set<String> CREDENTIAL =
            Stream.concat(
                            TEXTS.stream().map(Fact::key),
                            Stream.of(
                                    "id",
                                    "title",
                                    "credits",
                                    "level",
                                    "issuerName",
                                    "awarded",
                                    "revalidated",
                                    "expires",
                                    "status"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> DECISION =
            Set.of(
                    "credential",
                    "course",
                    "credits",
                    "level",
                    "as",
                    "decision",
                    "decidedBy",
                    "decidedOn");

    private final FactsFields fields = new FactsFields();
    private final Set<String> keys;

    private FactsReader(Set<String> keys) {
        this.keys = keys;
    }

    /** The portfolio that {@code text} states. */
    public static Decided<Portfolio> read(String text) {
        return new FactsReader(ROOT).portfolio(text);
    }

    /** The rulebook, under the key {@code qualification}, and the portfolio of a single file. */
    public static Decided<Question> readQuestion(String text) {
        return question(RulebookReader.reviewWithin(text), read(text));
    }

    /** The same of a file that holds offers as well, under the key {@code offers}. */
    public static Decided<Question> readQuestionBesideOffers(String text) {
        var keys = new HashSet<>(ROOT);
        keys.add("offers");
        return question(RulebookReader.reviewWithin(text), new FactsReader(keys).portfolio(text));
    }

    /** The same of a file with a rulebook and one with a portfolio. */
    public static Decided<Question> readQuestion(String rulebook, String portfolio) {
        return question(RulebookReader.review(rulebook), read(portfolio));
    }

    private static Decided<Question> question(RulebookReview review, Decided<Portfolio> portfolio) {
        if (portfolio instanceof Decided.Accepted<Portfolio>(var held)
                && review.decided() instanceof Decided.Accepted<Rulebook>(var rules)) {
            var unknown = unknownRequirements(rules, held);
            return unknown.isEmpty()
                    ? Decided.accepted(new Question(rules, held, review.warnings()))
                    : Decided.refused(unknown);
        }
        var reasons = new ArrayList<>(review.refusals());
        reasons.addAll(portfolio.reasons());
        return Decided.refused(reasons);
    }

    /** The requirements to which a credential is pinned though the rulebook has none such. */
    private static List<Refusal> unknownRequirements(Rulebook rulebook, Portfolio portfolio) {
        var known = rulebook.everyRequirement().map(Requirement::id).collect(Collectors.toSet());
        return portfolio.wishes().stream()
                .flatMap(wish -> wish.requirement().stream())
                .filter(id -> !known.contains(id))
                .distinct()
                .map(id -> Refusal.of("facts.unknown-requirement", "pins", id))
                .toList();
    }

    private Decided<Portfolio> portfolio(String text) {
        if (text.length() > StackingJson.LARGEST_TEXT) {
            return Decided.refused(Refusal.of("facts.too-large", "", StackingJson.LARGEST_TEXT));
        }
        if (text.startsWith("eyJ") || text.stripLeading().startsWith("<")) {
            return Decided.refused(Refusal.of("facts.signed-credential", ""));
        }
        JsonNode root;
        try {
            root = StackingJson.MAPPER.readTree(text);
        } catch (JacksonException broken) {
            return Decided.refused(unreadable("facts.unreadable", broken));
        }
        if (root.has("@context") || root.has("proof") || root.has("payload")) {
            return Decided.refused(Refusal.of("facts.signed-credential", ""));
        }
        fields.known(root, "", keys);
        var asOf = fields.date(root, "", "asOf");
        if (asOf.isEmpty()) {
            fields.refuse("facts.missing-key", "", "asOf");
        }
        var credentials = fields.list(root, "credentials", this::credential);
        var decisions = fields.list(root, "decisions", this::decision);
        check(credentials, decisions);
        var ids = credentials.stream().map(HeldCredential::id).collect(Collectors.toSet());
        var wanted = new WishesReader(fields).read(root, ids);
        var refusals = fields.refusals();
        return refusals.isEmpty()
                ? Decided.accepted(
                        new Portfolio(
                                asOf.orElseThrow(),
                                credentials,
                                decisions,
                                wanted.spent(),
                                wanted.wishes(),
                                wanted.keep(),
                                wanted.prefer()))
                : Decided.refused(refusals);
    }

    static Refusal unreadable(String code, JacksonException broken) {
        var location = broken.getLocation();
        var place = location == null ? "" : "line " + location.getLineNr();
        return Refusal.of(code, place, String.valueOf(broken.getOriginalMessage()));
    }

    private void check(List<HeldCredential> credentials, List<RecognisedUnit> decisions) {
        if (credentials.size() > Portfolio.LARGEST) {
            fields.refuse("facts.too-large", "credentials", Portfolio.LARGEST);
        }
        var ids = new HashSet<String>();
        for (var credential : credentials) {
            if (!ids.add(credential.id())) {
                fields.refuse("facts.duplicate-id", "credentials", credential.id());
            }
        }
        var decided = new HashSet<String>();
        for (var decision : decisions) {
            if (!ids.contains(decision.credentialId())) {
                fields.refuse("facts.unknown-credential", "decisions", decision.credentialId());
            } else if (!decided.add(decision.credentialId())) {
                fields.refuse("facts.duplicate-id", "decisions", decision.credentialId());
            }
        }
    }

    private Optional<HeldCredential> credential(JsonNode node, String place) {
        fields.known(node, place, CREDENTIAL);
        var id = fields.text(node, place, "id");
        var credits = credits(node, place);
        if (id.isEmpty()) {
            fields.refuse("facts.missing-key", place, "id");
        }
        if (id.isEmpty() || credits.isEmpty()) {
            return Optional.empty();
        }
        var facts = HeldCredential.of(id.get(), credits.get());
        fields.text(node, place, "title").ifPresent(facts::title);
        fields.text(node, place, "issuerName").ifPresent(facts::issuerName);
        fields.text(node, place, "status").ifPresent(word -> facts.status(status(word)));
        level(node, place).ifPresent(facts::level);
        fields.date(node, place, "awarded").ifPresent(facts::awarded);
        fields.date(node, place, "revalidated").ifPresent(facts::revalidated);
        fields.date(node, place, "expires").ifPresent(facts::expires);
        for (var fact : TEXTS) {
            var values =
                    fact.isList()
                            ? fields.texts(node, place, fact.key())
                            : fields.text(node, place, fact.key()).stream().toList();
            facts.with(fact, values.stream().filter(it -> isRight(fact, it, place)).toList());
        }
        return Optional.of(facts.credential());
    }

    private Optional<RecognisedUnit> decision(JsonNode node, String place) {
        fields.known(node, place, DECISION);
        var credential = fields.text(node, place, "credential");
        var course = fields.text(node, place, "course");
        var credits = credits(node, place);
        var on = fields.date(node, place, "decidedOn");
        for (var key : List.of("credential", "course", "decidedOn")) {
            if (!node.has(key)) {
                fields.refuse("facts.missing-key", place, key);
            }
        }
        if (credential.isEmpty() || course.isEmpty() || credits.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RecognisedUnit(
                        credential.get(),
                        course.get(),
                        credits.get(),
                        level(node, place),
                        recognition(node, place),
                        fields.text(node, place, "decision").orElse(""),
                        fields.text(node, place, "decidedBy").orElse(""),
                        on.get()));
    }

    private static CredentialStatus status(String word) {
        return CredentialStatus.ofCode(word).orElse(CredentialStatus.UNVERIFIED);
    }

    private Recognition recognition(JsonNode node, String place) {
        return fields.text(node, place, "as")
                .filter(word -> isRight(Fact.RECOGNITION, word, place))
                .flatMap(Recognition::ofCode)
                .orElse(Recognition.RECOGNISED);
    }

    /** Whether a value is one that the fact can have; if not, it is refused. */
    private boolean isRight(Fact fact, String value, String place) {
        if (!admits(fact, value)) {
            fields.refuse("facts.out-of-range", place + "." + fact.key(), value);
            return false;
        }
        return true;
    }

    /** Whether a value is one that the fact can have. */
    static boolean admits(Fact fact, String value) {
        return switch (fact) {
            case RECOGNITION -> Recognition.ofCode(value).isPresent();
            case COUNTRY -> Country.parse(value).isPresent();
            case LEVEL -> value.matches("[1-8]");
            case VERSION -> value.matches(Condition.Version.NUMBER);
            case CYCLE -> value.matches("[0-3]");
            case HOURS -> value.matches("\\d{1,6}(\\.\\d{1,2})?");
            default -> true;
        };
    }

    private Optional<Ects> credits(JsonNode node, String place) {
        var value = node.path("credits");
        if (!value.isNumber()) {
            fields.refuse(
                    value.isMissingNode() ? "facts.missing-key" : "facts.wrong-type",
                    value.isMissingNode() ? place : place + ".credits",
                    value.isMissingNode() ? "credits" : "a number");
            return Optional.empty();
        }
        var credits = value.decimalValue().stripTrailingZeros();
        boolean exact = credits.scale() <= 2;
        if (!exact || credits.signum() < 0 || credits.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            fields.refuse("facts.out-of-range", place + ".credits", credits.toPlainString());
            return Optional.empty();
        }
        return Optional.of(Ects.of(credits));
    }

    private Optional<EqfLevel> level(JsonNode node, String place) {
        return fields.text(node, place, Fact.LEVEL.key())
                .filter(level -> isRight(Fact.LEVEL, level, place))
                .map(Integer::valueOf)
                .map(EqfLevel::new);
    }
}
