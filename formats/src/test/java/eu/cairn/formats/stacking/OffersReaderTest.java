package eu.cairn.formats.stacking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.framework.Decided;
import eu.cairn.framework.Ects;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.Offer;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.Price;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffersReaderTest {

    private static List<String> codes(String text) {
        return OffersReader.read(text).reasons().stream().map(Refusal::code).toList();
    }

    private static Offer one(String text) {
        if (OffersReader.read(text) instanceof Decided.Accepted<Offers>(var offers)) {
            return offers.offers().getFirst();
        }
        throw new AssertionError(OffersReader.read(text).reasons());
    }

    private static String with(String line) {
        return """
               offers:
                 - id: o1
                   course: K1
                   credits: 5
                   start: 2027-01-11
                   end: 2027-03-26
                   %s
               """
                .formatted(line);
    }

    @Test
    void yamlAndJsonSayTheSame() {
        var yaml =
                one(
                        """
                        offers:
                          - id: o1
                            course: K1
                            title: Open data
                            credits: 7.5
                            level: 7
                            theme: [data, law]
                            language: en
                            start: 2027-01-11
                            end: 2027-03-26
                            enrolBy: 2026-12-20
                            places: 12
                            price: {amount: 120.50, currency: EUR}
                            needs: [[K0, K9], K8]
                        """);
        var json =
                one(
                        """
                        {"offers": [{"id": "o1", "course": "K1", "title": "Open data",
                          "credits": 7.5, "level": 7, "theme": ["data", "law"], "language": "en",
                          "start": "2027-01-11", "end": "2027-03-26", "enrolBy": "2026-12-20",
                          "places": 12, "price": {"amount": 120.50, "currency": "EUR"},
                          "needs": [["K0", "K9"], "K8"]}]}
                        """);

        assertThat(json).isEqualTo(yaml);
        assertThat(yaml.credits()).isEqualTo(Ects.parse("7.5").orElseThrow());
        assertThat(yaml.price()).contains(new Price(12_050, "EUR"));
        assertThat(yaml.needs()).containsExactly(Set.of("K0", "K9"), Set.of("K8"));
        assertThat(yaml.facts().values(Fact.THEME)).containsExactly("data", "law");
        assertThat(yaml.facts().awarded()).contains(LocalDate.of(2027, 3, 26));
        assertThat(yaml.places()).contains(12);
    }

    @Test
    void whatIsNotStatedIsNotKnown() {
        var offer = one(with("price: null"));

        assertThat(offer.price()).isEmpty();
        assertThat(offer.places()).isEqualTo(Optional.empty());
        assertThat(offer.lastDayToEnrol()).isEqualTo(offer.start());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "level: 9 | plan.out-of-range",
                "places: -1 | plan.out-of-range",
                "places: 1.5 | plan.out-of-range",
                "enrolBy: soon | plan.not-a-date",
                "price: 12 | plan.wrong-type",
                "price: {amount: 1} | plan.missing-key",
                "price: {amount: 1, currency: ABC} | plan.not-a-price",
                "price: {amount: 1.005, currency: EUR} | plan.not-a-price",
                "price: {amount: 0.5, currency: JPY} | plan.not-a-price",
                "price: {amount: 999999999999, currency: EUR} | plan.not-a-price",
                "needs: [{a: b}] | rulebook.wrong-type",
                "colour: red | plan.unknown-key",
                "spent: x | plan.unknown-key"
            })
    void whatIsNotPossibleIsRefusedWithItsPlace(String line, String code) {
        var refusals = OffersReader.read(with(line)).reasons();

        assertThat(refusals).extracting(Refusal::code).contains(code);
        assertThat(refusals).allMatch(each -> each.place().contains("offers[0]"));
    }

    @Test
    void everyRefusalIsGathered() {
        assertThat(codes("offers: [{id: a}, {id: b, course: K, credits: many}, 7]"))
                .contains("plan.missing-key", "plan.out-of-range", "plan.wrong-type");
        assertThat(codes("{}")).containsExactly("plan.missing-key");
        assertThat(codes("offers: 3")).containsExactly("rulebook.wrong-type");
        assertThat(codes("")).containsExactly("rulebook.empty");
        assertThat(codes("offers: [")).containsExactly("rulebook.unreadable");
        assertThat(codes(with("start: 2027-09-01"))).contains("rulebook.duplicate-key");
    }

    @Test
    void anOfferEndsAfterItStartsAndHasAnIdOfItsOwn() {
        var ends = "offers: [{id: a, course: K, credits: 1, start: 2027-02-01, end: 2027-01-01}]";
        var one = "{id: a, course: K, credits: 1, start: 2027-01-01, end: 2027-02-01}";

        assertThat(codes(ends)).containsExactly("plan.ends-before-start");
        assertThat(codes("offers: [" + one + ", " + one + "]"))
                .containsExactly("plan.duplicate-id");
        assertThat(OffersReader.read("offers: []").reasons()).isEmpty();
    }

    @Test
    void aCatalogueHasAnEnd() {
        var many = new StringBuilder("offers:\n");
        for (int number = 0; number <= Offers.LARGEST; number++) {
            many.append(
                    "  - {id: o%d, course: K, credits: 1, start: 2027-01-01, end: 2027-02-01}\n"
                            .formatted(number));
        }

        assertThat(codes(many.toString())).containsExactly("plan.too-many-offers");
    }

    @ParameterizedTest
    @CsvSource({"300EUR, 300.00 EUR", "300 EUR, 300.00 EUR", "12.5CHF, 12.50 CHF"})
    void aPriceIsWrittenAsPeopleWriteIt(String text, String price) {
        assertThat(OffersReader.readPrice(text).map(Price::toString))
                .isEqualTo(Decided.accepted(price));
        assertThat(OffersReader.readPrice("EUR").reasons()).hasSize(1);
        assertThat(OffersReader.readPrice("-3EUR").reasons()).hasSize(1);
        assertThat(OffersReader.readPrice("3 euros").reasons()).hasSize(1);
    }
}
