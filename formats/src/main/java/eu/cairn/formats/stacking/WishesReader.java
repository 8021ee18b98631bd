package eu.cairn.formats.stacking;

import eu.cairn.stacking.Portfolio;
import eu.cairn.stacking.Preference;
import eu.cairn.stacking.Spent;
import eu.cairn.stacking.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads what a file of facts says beside them: what was spent, and what the learner wants. */
final class WishesReader {

    private final FactsFields fields;

    WishesReader(FactsFields fields) {
        this.fields = fields;
    }

    /** What is said of the credentials of {@code ids}; of others nothing can be said. */
    Wanted read(JsonNode root, Set<String> ids) {
        var spent = fields.list(root, "spent", this::spent);
        var wishes = new ArrayList<>(fields.list(root, "pins", this::pin));
        wishes.addAll(fields.list(root, "leaveOut", this::leftOut));
        var keep = Set.copyOf(fields.texts(root, "", "keep"));
        var prefer = fields.texts(root, "", "prefer").stream().flatMap(this::preference).toList();
        held(ids, "spent", spent.stream().map(Spent::credentialId));
        held(ids, "pins", wishes.stream().map(Wish::credentialId));
        held(ids, "keep", keep.stream());
        return new Wanted(spent, wishes, keep, prefer);
    }

    /** The parts of a portfolio that this reads, as {@link Portfolio} has them. */
    record Wanted(
            List<Spent> spent, List<Wish> wishes, Set<String> keep, List<Preference> prefer) {}

    private void held(Set<String> ids, String place, Stream<String> named) {
        named.filter(id -> !ids.contains(id))
                .distinct()
                .sorted()
                .forEach(id -> fields.refuse("facts.unknown-credential", place, id));
    }

    private Stream<Preference> preference(String word) {
        var preference = Preference.ofCode(word);
        if (preference.isEmpty()) {
            fields.refuse("facts.out-of-range", "prefer", word);
        }
        return preference.stream();
    }

    private Optional<Spent> spent(JsonNode node, String place) {
        return pair(node, place, "award", Spent::new);
    }

    private Optional<Wish> pin(JsonNode node, String place) {
        return pair(node, place, "requirement", Wish::pin);
    }

    private <T> Optional<T> pair(
            JsonNode node, String place, String key, BiFunction<String, String, T> making) {
        fields.known(node, place, Set.of("credential", key));
        return fields.required(node, place, "credential")
                .flatMap(
                        credential ->
                                fields.required(node, place, key)
                                        .map(value -> making.apply(credential, value)));
    }

    /** A credential that is to count nowhere, or not in one requirement. */
    private Optional<Wish> leftOut(JsonNode node, String place) {
        if (node.isString()) {
            return Optional.of(Wish.leaveOut(node.stringValue()));
        }
        fields.known(node, place, Set.of("credential", "requirement"));
        return fields.required(node, place, "credential")
                .map(
                        credential ->
                                new Wish(
                                        credential,
                                        fields.text(node, place, "requirement"),
                                        false));
    }
}
