package eu.cairn.formats.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.formats.credential.Base64Url;
import eu.cairn.formats.credential.Samples;
import eu.cairn.framework.Decided;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DisclosingBoundsTest {

    private static final String MANY = "format.too-many-elements";

    @Test
    void asManyPlacesAreLookedAtAndNoMore() {
        assertThat(reason(places(Disclosing.MAX_PLACES), List.of())).isEmpty();
        assertThat(reason(places(Disclosing.MAX_PLACES + 1), List.of())).isEqualTo(MANY);
    }

    @Test
    void asManyValuesAreDisclosedAndNoMore() {
        int around = 2 * 5; // in each of two: itself, salt, name, the list, and one too few here
        var half = (Disclosing.MAX_VALUES - around) / 2;

        assertThat(disclosed(half, half)).isEmpty();
        assertThat(disclosed(half + 2, half + 2)).isEqualTo(MANY);
    }

    private static String disclosed(int... values) {
        var disclosures =
                IntStream.range(0, values.length)
                        .mapToObj(i -> disclosure("c" + i, values[i]))
                        .toList();
        var digests =
                disclosures.stream()
                        .map(one -> "\"" + Disclosing.digest("SHA-256", one) + "\"")
                        .collect(Collectors.joining(",", "{\"_sd\":[", "]}"));
        return reason(digests, disclosures);
    }

    private static String disclosure(String name, int values) {
        var list =
                IntStream.range(0, values)
                        .mapToObj(i -> "1")
                        .collect(Collectors.joining(",", "[", "]"));
        var text = "[\"s\",\"" + name + "\"," + list + "]";
        return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"decoy-" + i + "\"")
                .collect(Collectors.joining(",", "{\"_sd\":[", "]}"));
    }

    private static String reason(String payload, List<String> disclosures) {
        return switch (Disclosed.of(Samples.json(payload), disclosures)) {
            case Decided.Accepted<Disclosed> read -> "";
            case Decided.Refused<Disclosed> refused -> refused.reasons().getFirst().code();
        };
    }
}
