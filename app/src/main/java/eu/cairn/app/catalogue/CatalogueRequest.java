package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CatalogueQuestion;
import eu.cairn.catalogue.Facet;
import eu.cairn.framework.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * What somebody asks of the catalogue, as it stands in the address of the page.
 *
 * @param q the words looked for
 * @param from the first day on which a run may start, as typed
 * @param to the last one, as typed
 * @param sort {@code fit} or {@code start}
 * @param page from 1
 */
public record CatalogueRequest(
        String q, Map<Facet, Set<String>> chosen, String from, String to, String sort, int page) {

    static final int ON_A_PAGE = 20;
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;
    private static final int MOST_VALUES = 30;

    public CatalogueRequest {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        copy.putAll(chosen);
        chosen = copy;
    }

    /** What the parameters of an address say; what cannot be asked for is left out. */
    static CatalogueRequest of(MultiValueMap<String, String> parameters) {
        var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
        for (var facet : Facet.values()) {
            var values = new LinkedHashSet<String>();
            for (var value : parameters.getOrDefault(facet.code(), List.of())) {
                if (!value.isBlank() && value.length() <= LONGEST && values.size() < MOST_VALUES) {
                    values.add(value.strip());
                }
            }
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        var page = first(parameters, "page");
        return new CatalogueRequest(
                first(parameters, "q"),
                chosen,
                first(parameters, "from"),
                first(parameters, "to"),
                first(parameters, "sort").equals("start") ? "start" : "fit",
                page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        var value = values.isEmpty() ? "" : values.getFirst().strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    public List<String> words() {
        return PlainWords.of(q).stream().distinct().limit(MOST_WORDS).toList();
    }

    CatalogueQuestion question() {
        return new CatalogueQuestion(chosen, day(from), day(to));
    }

    /** What is typed and is no day. */
    public List<Refusal> refusals() {
        var refusals = new ArrayList<Refusal>();
        if (!from.isEmpty() && day(from).isEmpty()) {
            refusals.add(Refusal.of("catalogue.date-invalid", "from", from));
        }
        if (!to.isEmpty() && day(to).isEmpty()) {
            refusals.add(Refusal.of("catalogue.date-invalid", "to", to));
        }
        return refusals;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public boolean isChosen(Facet facet, String value) {
        return chosen.getOrDefault(facet, Set.of()).contains(value);
    }

    /** Whether anything narrows the catalogue down. */
    public boolean asksForAnything() {
        return !words().isEmpty() || !chosen.isEmpty() || !from.isEmpty() || !to.isEmpty();
    }

    /** The address of the same question with other words. */
    public String withWords(String words) {
        return address(words, chosen, from, to, sort, 1);
    }

    public String onPage(int other) {
        return address(q, chosen, from, to, sort, other);
    }

    public String sortedBy(String other) {
        return address(q, chosen, from, to, other, 1);
    }

    /** The address of the same question without one value of a facet. */
    public String without(Facet facet, String value) {
        var rest = new EnumMap<Facet, Set<String>>(Facet.class);
        rest.putAll(chosen);
        var values = new LinkedHashSet<>(rest.getOrDefault(facet, Set.of()));
        values.remove(value);
        rest.put(facet, values);
        return address(q, rest, from, to, sort, 1);
    }

    /** The address of the same question without a facet. */
    public String without(Facet facet) {
        var rest = new EnumMap<Facet, Set<String>>(Facet.class);
        rest.putAll(chosen);
        rest.remove(facet);
        return facet == Facet.START
                ? address(q, rest, "", "", sort, 1)
                : address(q, rest, from, to, sort, 1);
    }

    private static String address(
            String q,
            Map<Facet, Set<String>> chosen,
            String from,
            String to,
            String sort,
            int page) {
        var parts = new ArrayList<String>();
        add(parts, "q", q);
        chosen.forEach((facet, values) -> values.forEach(value -> add(parts, facet.code(), value)));
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "sort", sort.equals("fit") ? "" : sort);
        add(parts, "page", page == 1 ? "" : "" + page);
        return parts.isEmpty() ? "/catalogue" : "/catalogue?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
