package eu.cairn.app.catalogue;

import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.CatalogueIndex;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The index of the catalogue in the memory of this server. It is asked for with the revision that
 * the database has, so that no search misses what was published before it.
 */
@Component
public class CatalogueShelf {

    private final CatalogueEntryStore store;
    private final QualificationsServed qualifications;
    private final SkillStore skills;

    private final Map<Integer, CatalogueFacts> facts = new HashMap<>();
    private final Map<String, String> skillLabels = new HashMap<>();
    private final Set<String> languages = new TreeSet<>();
    private volatile Content content =
            new Content(
                    -1,
                    LocalDate.MIN,
                    CatalogueIndex.of(Set.of(), LocalDate.MIN),
                    Map.of(),
                    Map.of(),
                    Set.of());

    CatalogueShelf(
            CatalogueEntryStore store, QualificationsServed qualifications, SkillStore skills) {
        this.store = store;
        this.qualifications = qualifications;
        this.skills = skills;
    }

    /**
     * What is on the shelf.
     *
     * @param day as of which runs can be joined
     * @param skillLabels names of skills by their identifiers: those of ESCO where it has them,
     *     else what the first course calls them
     * @param qualifications titles by the identifiers of rulebooks
     * @param languages of the texts
     */
    public record Content(
            long revision,
            LocalDate day,
            CatalogueIndex index,
            Map<String, String> skillLabels,
            Map<String, String> qualifications,
            Set<String> languages) {}

    /** Everything as it is now. */
    Content on(LocalDate day) {
        long revision = store.revision();
        var now = content;
        return now.revision() >= revision && now.day().equals(day) ? now : renewed(revision, day);
    }

    private synchronized Content renewed(long revision, LocalDate day) {
        var now = content;
        if (now.revision() >= revision && now.day().equals(day)) {
            return now;
        }
        var since = store.since(now.revision());
        for (var changed : since) {
            facts.remove(changed.id());
            changed.facts()
                    .ifPresent(
                            it -> {
                                facts.put(it.id(), it);
                                languages.addAll(changed.textLanguages());
                                for (int i = 0; i < it.skills().size(); i++) {
                                    skillLabels.putIfAbsent(
                                            it.skills().get(i), changed.skillLabels().get(i));
                                }
                            });
        }
        var named = new HashMap<>(skillLabels);
        named.putAll(skills.labels(skillLabels.keySet()));
        content =
                new Content(
                        revision,
                        day,
                        index(now, since, day),
                        Map.copyOf(named),
                        qualifications.applyingNow().stream()
                                .collect(
                                        Collectors.toMap(
                                                QualificationsServed.Applying::rulebook,
                                                QualificationsServed.Applying::title)),
                        Set.copyOf(languages));
        return content;
    }

    /** What changed is put among what is there; a new day is made anew, since runs end. */
    private CatalogueIndex index(
            Content now, List<CatalogueEntryStore.Changed> since, LocalDate day) {
        Optional<CatalogueIndex> changed =
                now.day().equals(day)
                        ? now.index()
                                .with(
                                        since.stream().flatMap(it -> it.facts().stream()).toList(),
                                        since.stream()
                                                .map(CatalogueEntryStore.Changed::id)
                                                .collect(Collectors.toSet()))
                        : Optional.empty();
        return changed.orElseGet(() -> CatalogueIndex.of(facts.values(), day));
    }
}
