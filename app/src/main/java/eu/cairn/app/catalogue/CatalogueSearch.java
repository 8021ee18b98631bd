package eu.cairn.app.catalogue;

import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.CatalogueIndex;
import eu.cairn.catalogue.CatalogueIndex.Matches;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds courses on offer: their words in the database, what they are narrowed by in memory. */
@Component
public class CatalogueSearch {

    private static final int LOOKED_AT = 20;
    private static final int SHORT_WORD = 8;

    private final CatalogueShelf shelf;
    private final CatalogueEntryStore store;
    private final CatalogueWords words;
    private final OfferStore offers;
    private final Clock clock;

    /** The words of a revision of the catalogue. */
    private record Dictionary(long revision, WordList words) {}

    private volatile Dictionary dictionary = new Dictionary(-1, new WordList(List.of()));

    CatalogueSearch(
            CatalogueShelf shelf,
            CatalogueEntryStore store,
            CatalogueWords words,
            OfferStore offers,
            Clock clock) {
        this.shelf = shelf;
        this.store = store;
        this.words = words;
        this.offers = offers;
        this.clock = clock;
    }

    /** A course in the list. */
    public record Listed(OfferStore.Offer offer, CatalogueFacts facts, LocalDate day) {

        /** The next run that can be joined. */
        public Optional<CatalogueFacts.Run> next() {
            return facts.runs().stream()
                    .filter(run -> !run.joinableUntil().isBefore(day))
                    .min(Comparator.comparing(CatalogueFacts.Run::from));
        }

        /** How a comparison names the course. */
        public String key() {
            return offer.slug() + "/" + offer.design().code() + "/" + offer.version().number();
        }
    }

    /**
     * What was found.
     *
     * @param meant the words that were looked for instead, because those typed are nowhere
     * @param courses those of the page
     * @param withoutWords how many there would be without the words
     */
    public record Answer(
            CatalogueRequest request,
            CatalogueShelf.Content shelf,
            CatalogueIndex.Found found,
            Optional<List<String>> meant,
            List<Listed> courses,
            Optional<Integer> withoutWords) {

        public int pages() {
            return Math.max(
                    1,
                    (found.total() + CatalogueRequest.ON_A_PAGE - 1) / CatalogueRequest.ON_A_PAGE);
        }
    }

    public Answer find(CatalogueRequest request) {
        var day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var now = shelf.on(day);
        var asked = request.words();
        var matches = matching(asked, now);
        Optional<List<String>> meant = Optional.empty();
        if (matches.isPresent() && matches.get().all().isEmpty()) {
            var likely = meant(asked, now);
            if (!likely.equals(asked)) {
                matches = matching(likely, now);
                meant = Optional.of(likely);
            }
        }
        var found =
                now.index()
                        .find(
                                request.question(),
                                request.sort().equals("start") ? untitled(matches) : matches,
                                (request.page() - 1) * CatalogueRequest.ON_A_PAGE,
                                CatalogueRequest.ON_A_PAGE);
        return new Answer(
                request,
                now,
                found,
                meant,
                listed(found.entries(), day),
                found.total() == 0 && !asked.isEmpty()
                        ? Optional.of(
                                now.index()
                                        .find(request.question(), Optional.empty(), 0, 0)
                                        .total())
                        : Optional.empty());
    }

    private Optional<Matches> matching(List<String> asked, CatalogueShelf.Content now) {
        return words.question(asked, now.languages()).map(store::matching);
    }

    private static Optional<Matches> untitled(Optional<Matches> matches) {
        return matches.map(it -> new Matches(it.all(), new BitSet()));
    }

    /** The words, each that stands nowhere replaced by the one most like it that does. */
    private List<String> meant(List<String> asked, CatalogueShelf.Content now) {
        var likely = new ArrayList<String>();
        for (var word : asked) {
            likely.add(isKnown(word, now) ? word : mostLike(word, now).orElse(word));
        }
        return likely;
    }

    /** Whether a word stands anywhere, as it is or in another form. */
    private boolean isKnown(String word, CatalogueShelf.Content now) {
        return known(now.revision()).has(PlainWords.fold(word))
                || words.question(List.of(word), now.languages()).map(store::hasAny).orElse(false);
    }

    private Optional<String> mostLike(String word, CatalogueShelf.Content now) {
        var folded = PlainWords.fold(word);
        return known(now.revision())
                .like(folded, folded.length() < SHORT_WORD ? 1 : 2)
                .limit(LOOKED_AT)
                .filter(other -> store.hasAny(CatalogueWords.plain(other)))
                .findFirst();
    }

    private WordList known(long revision) {
        var known = dictionary;
        if (known.revision() < revision) {
            known = new Dictionary(revision, new WordList(store.words()));
            dictionary = known;
        }
        return known.words();
    }

    private List<Listed> listed(List<Integer> entries, LocalDate day) {
        if (entries.isEmpty()) {
            return List.of();
        }
        var courses = offers.of(entries);
        var facts = store.facts(entries);
        return entries.stream()
                .filter(courses::containsKey)
                .map(
                        id ->
                                new Listed(
                                        Objects.requireNonNull(courses.get(id)),
                                        Objects.requireNonNull(facts.get(id)),
                                        day))
                .toList();
    }
}
