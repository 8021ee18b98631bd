package eu.cairn.formats.verification.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every specimen gets the verdict that it must get, and for the reason that it must. */
class HostileSuiteTest {

    @Test
    void everyTrueOneIsGenuineAndEveryFalseOneIsNamed() {
        var suite = Suite.all();
        var wrong = new ArrayList<String>();
        var families = new TreeMap<String, Integer>();
        int accepted = 0;
        int refused = 0;
        int named = 0;
        for (var one : suite) {
            var verdict = one.verdict();
            families.merge(one.family(), 1, Integer::sum);
            accepted += one.isTrue() && verdict.equals(Specimen.GENUINE) ? 1 : 0;
            refused += !one.isTrue() && !verdict.equals(Specimen.GENUINE) ? 1 : 0;
            named += verdict.equals(one.expected()) ? 1 : 0;
            if (!verdict.equals(one.expected())) {
                wrong.add(
                        "%s: %s%n  must be %s%n  but is %s"
                                .formatted(one.family(), one.name(), one.expected(), verdict));
            }
        }
        var good = suite.stream().filter(Specimen::isTrue).count();
        System.out.printf("hostile suite, by family: %s%n", families);
        System.out.printf(
                "true accepted %d of %d, false refused %d of %d, right code %d of %d%n",
                accepted, good, refused, suite.size() - good, named, suite.size());
        wrong.forEach(System.out::println);

        assertThat(wrong).isEmpty();
        assertThat(suite.size() - good).isGreaterThanOrEqualTo(100);
        assertThat(good).isGreaterThanOrEqualTo(25);
    }

    @Test
    void noTwoSpecimensOfAFamilyAreCalledTheSame() {
        var names =
                Suite.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.family() + ": " + one.name(),
                                        Collectors.counting()));

        assertThat(names.entrySet().stream().filter(name -> name.getValue() > 1).toList())
                .isEqualTo(List.of());
    }
}
