package eu.cairn.app.catalogue;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.QualificationsServed;
import eu.cairn.catalogue.CatalogueFacts;
import eu.cairn.catalogue.CourseDesign;
import eu.cairn.catalogue.CourseState;
import eu.cairn.catalogue.CourseVersion;
import eu.cairn.credential.SkillLink;
import eu.cairn.framework.Countries;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.Language;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the entries of the catalogue as the states and runs of course versions are. */
@Component
class CatalogueEntries {

    private final CatalogueEntryStore store;
    private final CourseStore courses;
    private final AccountStore accounts;
    private final RunStore runs;
    private final CatalogueWords words;
    private final QualificationsServed qualifications;
    private final Clock clock;

    CatalogueEntries(
            CatalogueEntryStore store,
            CourseStore courses,
            AccountStore accounts,
            RunStore runs,
            CatalogueWords words,
            QualificationsServed qualifications,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.accounts = accounts;
        this.runs = runs;
        this.words = words;
        this.qualifications = qualifications;
        this.clock = clock;
    }

    /** Brings the entry of a version in step, in the transaction that changed the version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh(UUID course, int number) {
        long revision = store.nextRevision();
        if (courses.state(course, number).equals(Optional.of(CourseState.PUBLISHED))) {
            store.put(
                    entry(courses.version(course, number).orElseThrow()),
                    revision,
                    clock.instant());
        } else {
            store.takeOff(course, number, revision, clock.instant());
        }
    }

    /** Makes the entry of a version again if it names other qualifications than apply now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void compare(UUID course, int number) {
        var version = courses.version(course, number).orElseThrow();
        var by = accounts.organisation(version.organisation()).orElseThrow();
        if (!store.qualifications(course, number).equals(served(version, by))) {
            refresh(course, number);
        }
    }

    private List<String> served(CourseVersion version, Organisation by) {
        var offer = new OfferStore.Offer(by.slug(), by.name(), by.place(), version);
        return qualifications.by(PublishedCourses.onOffer(offer)).stream()
                .map(QualificationsServed.Served::rulebook)
                .distinct()
                .toList();
    }

    private CatalogueEntry entry(CourseVersion version) {
        var design = version.design();
        var by = accounts.organisation(version.organisation()).orElseThrow();
        var skills = skills(design);
        return new CatalogueEntry(
                version.course(),
                version.number(),
                design.level().eqf(),
                design.credits(),
                design.field().code(),
                design.language().tag(),
                design.participation().code(),
                by.country().code(),
                skills.stream().map(SkillLink::uri).toList(),
                skills.stream().map(SkillLink::label).toList(),
                served(version, by),
                List.copyOf(languages(design, by)),
                runs.takingPlace(version.course(), version.number(), design).stream()
                        .map(
                                run ->
                                        new CatalogueFacts.Run(
                                                run.from(),
                                                run.joinableUntil(),
                                                run.aWeek(design.hours()).minutes(),
                                                run.price()))
                        .toList(),
                titleWords(design),
                allWords(design, by, skills));
    }

    private static List<SkillLink> skills(CourseDesign design) {
        var byUri = new LinkedHashMap<String, SkillLink>();
        design.outcomes()
                .forEach(
                        outcome -> outcome.skills().forEach(it -> byUri.putIfAbsent(it.uri(), it)));
        return List.copyOf(byUri.values());
    }

    private static Set<String> languages(CourseDesign design, Organisation by) {
        var tags = new TreeSet<String>();
        tags.add(Language.ENGLISH.tag());
        tags.add(CatalogueWords.language(by.language()));
        Stream.concat(
                        design.title().byLanguage().keySet().stream(),
                        design.outcomes().stream()
                                .flatMap(it -> it.text().byLanguage().keySet().stream()))
                .map(language -> CatalogueWords.language(language.tag()))
                .forEach(tags::add);
        return tags;
    }

    private Set<String> titleWords(CourseDesign design) {
        var found = new LinkedHashSet<>(words.of(design.title()));
        PlainWords.of(design.code()).forEach(word -> found.add("~" + PlainWords.fold(word)));
        return found;
    }

    private Set<String> allWords(CourseDesign design, Organisation by, List<SkillLink> skills) {
        var found = new LinkedHashSet<>(titleWords(design));
        design.outcomes().forEach(outcome -> found.addAll(words.of(outcome.text())));
        skills.forEach(skill -> found.addAll(words.of(design.language().tag(), skill.label())));
        found.addAll(words.of(by.language(), by.name() + " " + by.place()));
        found.addAll(
                words.of(
                        Language.ENGLISH.tag(),
                        Countries.name(by.country())
                                + " "
                                + design.field().label()
                                + " "
                                + broad(design.field())));
        return found;
    }

    private static String broad(FieldOfEducation field) {
        return FieldsOfEducation.of(field.code().substring(0, 2))
                .map(FieldOfEducation::label)
                .orElse("");
    }
}
