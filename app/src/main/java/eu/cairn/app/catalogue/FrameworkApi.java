package eu.cairn.app.catalogue;

import eu.cairn.app.catalogue.OfferStore.Reached;
import eu.cairn.framework.HoursPerCredit;
import eu.cairn.framework.NationalLevel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Qualifications frameworks for machines: the same facts as on the pages. */
@RestController
@Tag(name = "Frameworks")
class FrameworkApi {

    private final OfferStore offers;
    private final NationalTypeRegister types;
    private final Clock clock;

    FrameworkApi(OfferStore offers, NationalTypeRegister types, Clock clock) {
        this.offers = offers;
        this.types = types;
        this.clock = clock;
    }

    /** A course version at a level. */
    record CourseHere(
            String organisation,
            String title,
            String path,
            String credits,
            boolean onOffer,
            boolean awarded) {
        static CourseHere of(Reached reached) {
            var offer = reached.offer();
            return new CourseHere(
                    offer.organisation(),
                    offer.design().title().authoritative(),
                    offer.path(),
                    offer.design().credits().toString(),
                    reached.offered(),
                    reached.awarded());
        }

        static List<CourseHere> of(List<Reached> reached) {
            return reached.stream().map(CourseHere::of).toList();
        }
    }

    /**
     * A country's frameworks: whether they admit micro-credentials, level by level, and the types
     * of micro-credentials that authorities have registered, in force or not.
     */
    record NationalRecord(
            LocalDate asOf,
            FrameworkView.OfCountry country,
            HoursPerCredit hoursPerCredit,
            List<LevelRecord> levels,
            List<RegisteredType> types) {}

    /** A national level, whether it is in force, and what is awarded at it here. */
    record LevelRecord(NationalLevel level, boolean inForce, List<CourseHere> courses) {}

    /** A level of the EQF. */
    record EuropeanRecord(
            LocalDate asOf,
            eu.cairn.framework.EqfDescriptor descriptor,
            List<eu.cairn.framework.CycleCredits> cycles,
            List<NationalLevel> national,
            List<CourseHere> courses) {}

    @GetMapping("/api/v1/frameworks")
    @Operation(summary = "The European levels, the cycles, and which countries have a framework")
    FrameworkView.Overview overview() {
        return FrameworkView.overview(today());
    }

    @GetMapping("/api/v1/frameworks/{country}")
    @Operation(summary = "A country’s levels, each with its European level, cycle, days and source")
    NationalRecord national(@PathVariable String country) {
        var known = FrameworkView.country(country);
        var view =
                FrameworkView.national(known, offers.offeredOrAwarded(), types.in(known), today());
        return new NationalRecord(
                view.asOf(),
                view.country(),
                view.hours(),
                view.levels().stream()
                        .map(
                                here ->
                                        new LevelRecord(
                                                here.level(),
                                                here.inForce(),
                                                CourseHere.of(here.courses())))
                        .toList(),
                view.types());
    }

    @GetMapping("/api/v1/frameworks/eqf/{level}")
    @Operation(summary = "A level of the EQF: what it means, and the national levels behind it")
    EuropeanRecord european(@PathVariable int level) {
        var view = FrameworkView.european(level, offers.offeredOrAwarded(), today());
        return new EuropeanRecord(
                view.asOf(),
                view.descriptor(),
                view.cycles(),
                view.national(),
                CourseHere.of(view.courses()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
