package eu.cairn.app.credential;

import eu.cairn.formats.credential.RecentlyUsed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What lists of status said, for as long as nothing changes; a list that is not there yet is asked
 * for again.
 */
final class PlacesKept {

    private static final int MOST = 1_000;

    private record List(boolean ofAccreditations, String organisation, int number) {}

    private record Known(String revision, ListedPlaces.Places places) {}

    private final ListedPlaces store;
    private final Map<List, Known> known = RecentlyUsed.atMost(MOST);

    PlacesKept(ListedPlaces store) {
        this.store = store;
    }

    /** What they say at a revision ({@link Keys#revision()}) or since. */
    ListedPlaces at(String revision) {
        return new ListedPlaces() {
            @Override
            public Optional<Places> ofCredentials(String organisation, int list) {
                return kept(
                        new List(false, organisation, list),
                        () -> store.ofCredentials(organisation, list));
            }

            @Override
            public Optional<Places> ofAccreditations(String organisation, int list) {
                return kept(
                        new List(true, organisation, list),
                        () -> store.ofAccreditations(organisation, list));
            }

            private Optional<Places> kept(List list, Supplier<Optional<Places>> ask) {
                var last = known.get(list);
                if (last != null && last.revision.equals(revision)) {
                    return Optional.of(last.places);
                }
                var now = ask.get();
                now.ifPresent(places -> known.put(list, new Known(revision, places)));
                return now;
            }
        };
    }
}
