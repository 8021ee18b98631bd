package eu.cairn.stacking;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** A catalogue of courses on offer, by their ids, whatever the order they were given in. */
public record Offers(List<Offer> offers) {

    /** The most offers of one catalogue. */
    public static final int LARGEST = 400;

    public Offers {
        offers = offers.stream().sorted(Comparator.comparing(Offer::id)).toList();
        var ids = new HashSet<String>();
        if (offers.size() > LARGEST) {
            throw new IllegalArgumentException("too many offers: " + offers.size());
        }
        for (var offer : offers) {
            if (!ids.add(offer.id())) {
                throw new IllegalArgumentException("offered twice: " + offer.id());
            }
        }
    }
}
