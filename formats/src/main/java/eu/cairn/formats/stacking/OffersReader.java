package eu.cairn.formats.stacking;

import eu.cairn.formats.stacking.YamlTree.Part;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Offer;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.Price;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a catalogue of offers in YAML or JSON. Of an offer {@code id}, {@code course}, {@code
 * credits}, {@code start} and {@code end} are required; the facts of the credential that it would
 * give are named as in a file of facts.
 *
 * <p>Codes: {@code plan.missing-key}, {@code .unknown-key}, {@code .wrong-type}, {@code
 * .out-of-range}, {@code .not-a-date}, {@code .ends-before-start}, {@code .not-a-price}, {@code
 * .duplicate-id}, {@code .too-many-offers}; and of the text itself those of a rulebook: {@code
 * rulebook.unreadable}, {@code .too-large}, {@code .wrong-type}, {@code .duplicate-key}, {@code
 * .empty}.
 */
public final class OffersReader {

    private static final BigDecimal MOST_CREDITS = BigDecimal.valueOf(10_000);
    private static final BigDecimal MOST_PLACES = BigDecimal.valueOf(1_000_000);

    /** The facts of the credential that are read by their own names, as texts. */
    private static final List<Fact> FACTS =
            Stream.of(Fact.values())
                    .filter(fact -> fact != Fact.SIZE && fact != Fact.AWARDED)
                    .filter(fact -> fact != Fact.SPENT && fact != Fact.RECOGNITION)
                    .toList();

    private static final Set<String> KEYS =
            Stream.concat(
                            FACTS.stream().map(Fact::key),
                            Stream.of(
                                    "id",
                                    "title",
                                    "issuerName",
                                    "credits",
                                    "start",
                                    "end",
                                    "enrolBy",
                                    "expires",
                                    "places",
                                    "price",
                                    "needs"))
                    .collect(Collectors.toUnmodifiableSet());

    private OffersReader() {}

    /** The catalogue that {@code text} states: a list under the key {@code offers}. */
    public static Decided<Offers> read(String text) {
        return YamlTree.read(
                text,
                root -> {
                    var list = keys(root, Set.of("offers"));
                    return offers(root, list);
                });
    }

    /** The same of a file that states a question whole, with other keys beside. */
    public static Decided<Offers> readWithin(String text) {
        return YamlTree.read(text, root -> offers(root, root.keys()));
    }

    private static Optional<Offers> offers(Part root, Map<String, Part> keys) {
        var list = Optional.ofNullable(keys.get("offers"));
        if (list.isEmpty()) {
            root.refuse("plan.missing-key", "offers");
            return Optional.empty();
        }
        var parts = list.get().list();
        var ids = new HashSet<String>();
        var offers = new ArrayList<Offer>();
        for (var part : parts) {
            var offer =
                    part.isMapping() ? offer(part) : OffersReader.<Offer>refused(part, "a mapping");
            offer.ifPresent(
                    each -> {
                        if (!ids.add(each.id())) {
                            part.refuse("plan.duplicate-id", each.id());
                        }
                        offers.add(each);
                    });
        }
        if (parts.size() > Offers.LARGEST) {
            list.get().refuse("plan.too-many-offers", Offers.LARGEST);
        }
        return root.refused() ? Optional.empty() : Optional.of(new Offers(offers));
    }

    private static <T> Optional<T> refused(Part part, String wanted) {
        part.refuse("plan.wrong-type", wanted);
        return Optional.empty();
    }

    private static Map<String, Part> keys(Part part, Set<String> known) {
        var keys = part.keys();
        keys.forEach(
                (key, value) -> {
                    if (!known.contains(key)) {
                        var meant = Words.nearest(key, known);
                        value.refuse("plan.unknown-key", key, meant.orElse(""));
                    }
                });
        return keys;
    }

    private static Optional<Offer> offer(Part part) {
        var keys = keys(part, KEYS);
        var id = required(part, keys, "id").flatMap(Part::text);
        var course = required(part, keys, "course").flatMap(Part::text);
        var credits = required(part, keys, "credits").flatMap(OffersReader::credits);
        var start = required(part, keys, "start").flatMap(OffersReader::date);
        var end = required(part, keys, "end").flatMap(OffersReader::date);
        var enrolBy = given(keys, "enrolBy").flatMap(OffersReader::date);
        var expires = given(keys, "expires").flatMap(OffersReader::date);
        var places = given(keys, "places").flatMap(OffersReader::places);
        var price = given(keys, "price").flatMap(OffersReader::price);
        var needs = given(keys, "needs").map(OffersReader::needs).orElse(List.of());
        if (id.isEmpty()
                || course.isEmpty()
                || credits.isEmpty()
                || start.isEmpty()
                || end.isEmpty()) {
            return Optional.empty();
        }
        if (end.get().isBefore(start.get())) {
            part.refuse("plan.ends-before-start", end.get(), start.get());
            return Optional.empty();
        }
        var facts = HeldCredential.of(id.get(), credits.get());
        given(keys, "title").flatMap(Part::text).ifPresent(facts::title);
        given(keys, "issuerName").flatMap(Part::text).ifPresent(facts::issuerName);
        expires.ifPresent(facts::expires);
        for (var fact : FACTS) {
            given(keys, fact.key()).ifPresent(value -> facts.with(fact, values(fact, value)));
        }
        return Optional.of(
                new Offer(
                        id.get(),
                        facts.credential(),
                        start.get(),
                        end.get(),
                        enrolBy,
                        places,
                        price,
                        needs));
    }

    private static Optional<Part> required(Part part, Map<String, Part> keys, String key) {
        var value = given(keys, key);
        if (value.isEmpty()) {
            part.refuse("plan.missing-key", key);
        }
        return value;
    }

    /** The value of a key; null says as much as nothing. */
    private static Optional<Part> given(Map<String, Part> keys, String key) {
        return Optional.ofNullable(keys.get(key))
                .filter(part -> part.isMapping() || part.isList() || !part.isEmpty());
    }

    private static List<String> values(Fact fact, Part part) {
        var values = fact.isList() ? part.texts() : part.text().stream().toList();
        for (var value : values) {
            if (!FactsReader.admits(fact, value)) {
                part.refuse("plan.out-of-range", value);
                return List.of();
            }
        }
        return values;
    }

    private static Optional<BigDecimal> number(Part part) {
        var text = part.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("\\d{1,12}(\\.\\d{1,4})?")) {
            part.refuse("plan.out-of-range", text.get());
            return Optional.empty();
        }
        return text.map(BigDecimal::new);
    }

    /** A number with so many decimals at most, and no more than {@code most}. */
    private static Optional<BigDecimal> number(Part part, int decimals, BigDecimal most) {
        var value = number(part);
        boolean right =
                value.stream()
                        .allMatch(
                                it ->
                                        it.stripTrailingZeros().scale() <= decimals
                                                && it.compareTo(most) <= 0);
        if (!right) {
            part.refuse("plan.out-of-range", value.orElseThrow().toPlainString());
        }
        return value.filter(it -> right);
    }

    private static Optional<Ects> credits(Part part) {
        return number(part, 2, MOST_CREDITS).map(Ects::of);
    }

    private static Optional<Integer> places(Part part) {
        return number(part, 0, MOST_PLACES).map(BigDecimal::intValueExact);
    }

    private static Optional<LocalDate> date(Part part) {
        var text = part.text();
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException wrong) {
            part.refuse("plan.not-a-date", text.get());
            return Optional.empty();
        }
    }

    private static Optional<Price> price(Part part) {
        if (!part.isMapping()) {
            return refused(part, "a mapping");
        }
        var keys = keys(part, Set.of("amount", "currency"));
        var amount = required(part, keys, "amount").flatMap(OffersReader::number);
        var currency = required(part, keys, "currency").flatMap(Part::text);
        var price = amount.flatMap(value -> currency.flatMap(code -> Price.of(value, code)));
        if (amount.isPresent() && currency.isPresent() && price.isEmpty()) {
            part.refuse("plan.not-a-price", amount.get().toPlainString() + " " + currency.get());
        }
        return price;
    }

    /** A list: every one of these, of which each is a course, or a list of courses, any of them. */
    private static List<Set<String>> needs(Part part) {
        if (!part.isList()) {
            return part.text().stream().<Set<String>>map(Set::of).toList();
        }
        var needs = new ArrayList<Set<String>>();
        for (var each : part.list()) {
            var any = each.texts();
            if (any.isEmpty()) {
                each.refuse("plan.wrong-type", "a course");
            }
            needs.add(new HashSet<>(any));
        }
        return needs;
    }

    /**
     * The most that a plan may cost, as it is written for people: {@code 300EUR}, {@code 300 EUR}.
     */
    public static Decided<Price> readPrice(String text) {
        var parts = text.strip().split("(?<=[0-9]) *(?=[A-Z]{3}$)", -1);
        return Optional.of(parts)
                .filter(both -> both.length == 2 && both[0].matches("\\d{1,12}(\\.\\d{1,4})?"))
                .flatMap(both -> Price.of(new BigDecimal(both[0]), both[1]))
                .map(Decided::accepted)
                .orElseGet(() -> Decided.refused(Refusal.of("plan.not-a-price", "", text)));
    }
}
