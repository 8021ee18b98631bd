package eu.cairn.app.portfolio;

import eu.cairn.framework.Countries;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import eu.cairn.stacking.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The letter and the colour of each credential in a stack. Letters follow the requirements; what
 * does not count comes last. Colours follow the countries as they appear; a fourth repeats the
 * first, since the letter carries the meaning.
 */
final class StackLetters {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final List<String> COLOURS = List.of("ie", "fi", "es");

    private final Stack stack;
    private final List<String> order = new ArrayList<>();
    private final Map<String, String> letters = new HashMap<>();
    private final Map<String, String> colours = new LinkedHashMap<>();

    StackLetters(Stack stack) {
        this.stack = stack;
        for (var requirement : stack.rulebook().rules().everyRequirement().toList()) {
            if (requirement instanceof Requirement.Take take) {
                countedIn(take.id()).stream()
                        .flatMap(count -> count.credentials().stream())
                        .filter(id -> !order.contains(id))
                        .forEach(this::add);
            }
        }
        stack.audit().credentials().stream()
                .map(Audit.CredentialResult::id)
                .filter(id -> !order.contains(id))
                .toList()
                .forEach(this::add);
    }

    private void add(String credential) {
        letters.put(credential, letter(order.size()));
        order.add(credential);
        colours.computeIfAbsent(
                country(credential), name -> COLOURS.get(colours.size() % COLOURS.size()));
    }

    /** A to Z without I and O, then A2, B2, …. */
    static String letter(int position) {
        int round = position / LETTERS.length();
        return LETTERS.charAt(position % LETTERS.length()) + (round == 0 ? "" : "" + (round + 1));
    }

    /** What counts in a requirement, the largest first. */
    List<Audit.Counted> countedIn(String requirement) {
        return stack.audit().counted().stream()
                .filter(count -> count.isIn(requirement))
                .sorted(
                        Comparator.comparing(Audit.Counted::credits, Comparator.reverseOrder())
                                .thenComparing(Audit.Counted::credential))
                .toList();
    }

    /** Every credential of the audit, in the order of the letters. */
    List<String> order() {
        return List.copyOf(order);
    }

    String letter(String credential) {
        return Objects.requireNonNull(letters.get(credential));
    }

    /** The letter of what counts; a block has those of all that is in it. */
    String letter(Audit.Counted count) {
        return count.credentials().stream().map(this::letter).collect(Collectors.joining("+"));
    }

    /** The colour of what counts; a block has that of the first that is in it. */
    String colour(Audit.Counted count) {
        return colour(count.credentials().getFirst());
    }

    /** The country of what counts; a block may come from several. */
    String country(Audit.Counted count) {
        return count.credentials().stream()
                .map(this::country)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    String colour(String credential) {
        return Objects.requireNonNull(colours.get(country(credential)));
    }

    /** The name of the country that a credential comes from. */
    String country(String credential) {
        HeldCredential facts = stack.facts(credential);
        Country country =
                facts.value(Fact.COUNTRY)
                        .map(Country::new)
                        .or(() -> stack.holding(credential).map(it -> it.awardedBy().country()))
                        .orElseThrow();
        return Countries.name(country);
    }

    /** What counts from each country, in the order in which the countries appear. */
    List<StackView.CountryShare> shares() {
        var shares = new ArrayList<StackView.CountryShare>();
        colours.forEach(
                (country, css) -> {
                    var credits =
                            stack.audit().counted().stream()
                                    .filter(
                                            it ->
                                                    country(it.credentials().getFirst())
                                                            .equals(country))
                                    .map(Audit.Counted::credits)
                                    .reduce(Ects.ZERO, Ects::plus);
                    if (!credits.isZero()) {
                        shares.add(new StackView.CountryShare(css, country, credits));
                    }
                });
        return shares;
    }
}
