package eu.cairn.formats.stacking;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.CredentialStatus;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Preference;
import eu.cairn.stacking.RecognisedUnit;
import eu.cairn.stacking.Recognition;
import eu.cairn.stacking.Rulebook;
import eu.cairn.stacking.Spent;
import eu.cairn.stacking.Wish;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
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
 * .not-a-date}, {@code .duplicate-id}, {@code .unknown-credential}, {@code .not-supported}.
 */
public final class FactsReader {

    /** A rulebook and a portfolio that came in one file. */
    public record Question(Rulebook rulebook, Portfolio portfolio) {}

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

    private final List<Refusal> refusals = new ArrayList<>();

    private FactsReader() {}

    /** The portfolio that {@code text} states. */
    public static Decided<Portfolio> read(String text) {
        return new FactsReader().portfolio(text);
    }

    /** The rulebook, under the key {@code qualification}, and the portfolio of a single file. */
    public static Decided<Question> readQuestion(String text) {
        var portfolio = read(text);
        var rulebook = RulebookReader.readWithin(text);
        if (portfolio instanceof Decided.Accepted<Portfolio>(var held)
                && rulebook instanceof Decided.Accepted<Rulebook>(var rules)) {
            return Decided.accepted(new Question(rules, held));
        }
        var reasons = new ArrayList<>(portfolio.reasons());
        reasons.addAll(rulebook.reasons());
        return Decided.refused(reasons);
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
        known(root, "", ROOT);
        var asOf = date(root, "", "asOf");
        if (asOf.isEmpty()) {
            refuse("facts.missing-key", "", "asOf");
        }
        var credentials = list(root, "credentials", this::credential);
        var decisions = list(root, "decisions", this::decision);
        var spent = list(root, "spent", this::spent);
        var wishes = new ArrayList<>(list(root, "pins", this::pin));
        wishes.addAll(list(root, "leaveOut", this::leftOut));
        var keep = Set.copyOf(texts(root, "", "keep"));
        var prefer = texts(root, "", "prefer").stream().flatMap(this::preference).toList();
        check(credentials, decisions);
        held(credentials, "spent", spent.stream().map(Spent::credentialId));
        held(credentials, "pins", wishes.stream().map(Wish::credentialId));
        held(credentials, "keep", keep.stream());
        return refusals.isEmpty()
                ? Decided.accepted(
                        new Portfolio(
                                asOf.orElseThrow(),
                                credentials,
                                decisions,
                                spent,
                                wishes,
                                keep,
                                prefer))
                : Decided.refused(refusals);
    }

    static Refusal unreadable(String code, JacksonException broken) {
        var location = broken.getLocation();
        var place = location == null ? "" : "line " + location.getLineNr();
        return Refusal.of(code, place, String.valueOf(broken.getOriginalMessage()));
    }

    private void refuse(String code, String place, Object... parameters) {
        refusals.add(Refusal.of(code, place, parameters));
    }

    private void check(List<HeldCredential> credentials, List<RecognisedUnit> decisions) {
        if (credentials.size() > Portfolio.LARGEST) {
            refuse("facts.too-large", "credentials", Portfolio.LARGEST);
        }
        var ids = new HashSet<String>();
        for (var credential : credentials) {
            if (!ids.add(credential.id())) {
                refuse("facts.duplicate-id", "credentials", credential.id());
            }
        }
        var decided = new HashSet<String>();
        for (var decision : decisions) {
            if (!ids.contains(decision.credentialId())) {
                refuse("facts.unknown-credential", "decisions", decision.credentialId());
            } else if (!decided.add(decision.credentialId())) {
                refuse("facts.duplicate-id", "decisions", decision.credentialId());
            }
        }
    }

    /** That what the file speaks of is among its credentials. */
    private void held(List<HeldCredential> credentials, String place, Stream<String> named) {
        var ids = credentials.stream().map(HeldCredential::id).collect(Collectors.toSet());
        named.filter(id -> !ids.contains(id))
                .distinct()
                .sorted()
                .forEach(id -> refuse("facts.unknown-credential", place, id));
    }

    private Stream<Preference> preference(String word) {
        var preference = Preference.ofCode(word);
        if (preference.isEmpty()) {
            refuse("facts.out-of-range", "prefer", word);
        }
        return preference.stream();
    }

    private Optional<Spent> spent(JsonNode node, String place) {
        known(node, place, Set.of("credential", "award"));
        return required(node, place, "credential")
                .flatMap(
                        credential ->
                                required(node, place, "award")
                                        .map(award -> new Spent(credential, award)));
    }

    private Optional<Wish> pin(JsonNode node, String place) {
        known(node, place, Set.of("credential", "requirement"));
        return required(node, place, "credential")
                .flatMap(
                        credential ->
                                required(node, place, "requirement")
                                        .map(requirement -> Wish.pin(credential, requirement)));
    }

    /** A credential that is to count nowhere, or not in one requirement. */
    private Optional<Wish> leftOut(JsonNode node, String place) {
        if (node.isString()) {
            return Optional.of(Wish.leaveOut(node.stringValue()));
        }
        known(node, place, Set.of("credential", "requirement"));
        return required(node, place, "credential")
                .map(credential -> new Wish(credential, text(node, place, "requirement"), false));
    }

    private Optional<String> required(JsonNode node, String place, String key) {
        var text = text(node, place, key);
        if (text.isEmpty()) {
            refuse("facts.missing-key", place, key);
        }
        return text;
    }

    private interface Reading<T> {
        Optional<T> of(JsonNode node, String place);
    }

    private <T> List<T> list(JsonNode root, String key, Reading<T> reading) {
        var all = new ArrayList<T>();
        var list = root.path(key);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            refuse("facts.wrong-type", key, "a list");
        }
        for (int index = 0; list.isArray() && index < list.size(); index++) {
            reading.of(list.get(index), key + "[" + index + "]").ifPresent(all::add);
        }
        return all;
    }

    private void known(JsonNode node, String place, Set<String> keys) {
        if (!node.isObject()) {
            refuse("facts.wrong-type", place, "an object");
        }
        for (var key : node.propertyNames()) {
            if (!keys.contains(key)) {
                refuse(
                        "facts.unknown-key",
                        place.isEmpty() ? key : place + "." + key,
                        key,
                        Words.nearest(key, keys).orElse(""));
            }
        }
    }

    private Optional<HeldCredential> credential(JsonNode node, String place) {
        known(node, place, CREDENTIAL);
        var id = text(node, place, "id");
        var credits = credits(node, place);
        if (id.isEmpty()) {
            refuse("facts.missing-key", place, "id");
        }
        if (id.isEmpty() || credits.isEmpty()) {
            return Optional.empty();
        }
        var facts = HeldCredential.of(id.get(), credits.get());
        text(node, place, "title").ifPresent(facts::title);
        text(node, place, "issuerName").ifPresent(facts::issuerName);
        text(node, place, "status").ifPresent(word -> facts.status(status(word)));
        level(node, place).ifPresent(facts::level);
        date(node, place, "awarded").ifPresent(facts::awarded);
        date(node, place, "revalidated").ifPresent(facts::revalidated);
        date(node, place, "expires").ifPresent(facts::expires);
        for (var fact : TEXTS) {
            var values =
                    fact.isList()
                            ? texts(node, place, fact.key())
                            : text(node, place, fact.key()).stream().toList();
            facts.with(fact, values.stream().filter(it -> isRight(fact, it, place)).toList());
        }
        return Optional.of(facts.credential());
    }

    private Optional<RecognisedUnit> decision(JsonNode node, String place) {
        known(node, place, DECISION);
        var credential = text(node, place, "credential");
        var course = text(node, place, "course");
        var credits = credits(node, place);
        var on = date(node, place, "decidedOn");
        for (var key : List.of("credential", "course", "decidedOn")) {
            if (!node.has(key)) {
                refuse("facts.missing-key", place, key);
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
                        text(node, place, "decision").orElse(""),
                        text(node, place, "decidedBy").orElse(""),
                        on.get()));
    }

    private static CredentialStatus status(String word) {
        return CredentialStatus.ofCode(word).orElse(CredentialStatus.UNVERIFIED);
    }

    private Recognition recognition(JsonNode node, String place) {
        return text(node, place, "as")
                .filter(word -> isRight(Fact.RECOGNITION, word, place))
                .flatMap(Recognition::ofCode)
                .orElse(Recognition.RECOGNISED);
    }

    /** Whether a value is one that the fact can have; if not, it is refused. */
    private boolean isRight(Fact fact, String value, String place) {
        boolean right =
                switch (fact) {
                    case RECOGNITION -> Recognition.ofCode(value).isPresent();
                    case COUNTRY -> value.matches("[A-Z]{2}(-[A-Z]{2,3})?");
                    case CYCLE -> value.matches("[0-3]");
                    case HOURS -> value.matches("\\d{1,6}(\\.\\d{1,2})?");
                    default -> true;
                };
        if (!right) {
            refuse("facts.out-of-range", place + "." + fact.key(), value);
        }
        return right;
    }

    /** A text or a number as it is written; absent and null are the same. */
    private Optional<String> text(JsonNode node, String place, String key) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() && !value.isNumber()) {
            refuse("facts.wrong-type", place + "." + key, "a text");
            return Optional.empty();
        }
        var text = value.isNumber() ? value.decimalValue().toPlainString() : value.stringValue();
        return Optional.of(text.strip()).filter(it -> !it.isEmpty());
    }

    private List<String> texts(JsonNode node, String place, String key) {
        var value = node.path(key);
        if (!value.isArray()) {
            return text(node, place, key).stream().toList();
        }
        var all = new ArrayList<String>();
        for (var each : value) {
            if (each.isString()) {
                all.add(each.stringValue());
            } else {
                refuse("facts.wrong-type", place + "." + key, "a text");
            }
        }
        return all;
    }

    private Optional<Ects> credits(JsonNode node, String place) {
        var value = node.path("credits");
        if (!value.isNumber()) {
            refuse(
                    value.isMissingNode() ? "facts.missing-key" : "facts.wrong-type",
                    value.isMissingNode() ? place : place + ".credits",
                    value.isMissingNode() ? "credits" : "a number");
            return Optional.empty();
        }
        var credits = value.decimalValue().stripTrailingZeros();
        boolean exact = credits.scale() <= 2;
        if (!exact || credits.signum() < 0 || credits.compareTo(BigDecimal.valueOf(10_000)) > 0) {
            refuse("facts.out-of-range", place + ".credits", credits.toPlainString());
            return Optional.empty();
        }
        return Optional.of(Ects.of(credits));
    }

    private Optional<EqfLevel> level(JsonNode node, String place) {
        var text = text(node, place, "level");
        if (text.isPresent() && !text.get().matches("[1-8]")) {
            refuse("facts.out-of-range", place + ".level", text.get());
            return Optional.empty();
        }
        return text.map(Integer::valueOf).map(EqfLevel::new);
    }

    private Optional<LocalDate> date(JsonNode node, String place, String key) {
        var text = text(node, place, key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            refuse("facts.not-a-date", place.isEmpty() ? key : place + "." + key, text.get());
            return Optional.empty();
        }
    }
}
