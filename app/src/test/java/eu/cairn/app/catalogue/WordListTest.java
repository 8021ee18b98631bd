package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordListTest {

    private static final WordList WORDS =
            new WordList(List.of("bees", "beekeeping", "peekeeping", "housekeeping", "ιστορια"));

    @Test
    void aWordWithTheFewestChangesComesFirstAndThenOneWithTheSameBeginning() {
        assertThat(WORDS.like("beekeping", 2)).containsExactly("beekeeping", "peekeeping");
        assertThat(WORDS.like("beekepeing", 1)).containsExactly("beekeeping");
        assertThat(WORDS.like("neekeeping", 1)).containsExactly("beekeeping", "peekeeping");
        assertThat(WORDS.like("ιστορα", 1)).containsExactly("ιστορια");
        assertThat(WORDS.like("forest", 2)).isEmpty();
    }

    @Property(tries = 300)
    void noWordWithFewEnoughChangesIsPassedOver(
            @ForAll @AlphaChars @StringLength(min = 1, max = 6) String asked,
            @ForAll @Size(max = 20) List<@AlphaChars @StringLength(min = 1, max = 6) String> all) {
        assertThat(new WordList(all).like(asked, 2))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(it -> PlainWords.distance(asked, it) <= 2).toList());
    }
}
