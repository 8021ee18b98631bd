package eu.cairn.app.portfolio;

import eu.cairn.app.web.Option;
import java.util.List;
import java.util.Optional;

/**
 * One credential beside a stack: where it counts, or every reason why it does not.
 *
 * @param letter by which the bars name it
 * @param css colour of its letter; {@code out} where nothing counts
 * @param href its public page
 * @param place {@code in Metadata}; empty where it does not count
 * @param reasons why it does not count, or not in full
 * @param recognised how recognition stands, where it was asked for
 * @param ask where to ask for recognition, if that could help
 * @param choosing what the learner can choose for it; empty for whoever may not
 */
public record CredentialLine(
        String letter,
        String css,
        String href,
        String title,
        String language,
        String credits,
        String facts,
        String place,
        List<Why> reasons,
        Optional<Decision> recognised,
        Optional<String> ask,
        Optional<Choosing> choosing) {

    public CredentialLine {
        reasons = List.copyOf(reasons);
    }

    /** One reason, with its state. */
    public record Why(String shape, String words, String code) {}

    /** How recognition stands; {@code href} is empty for whoever may not open it. */
    public record Decision(String shape, String words, String href) {}

    /**
     * Where the learner can let it count.
     *
     * @param credential its short code
     * @param chosen the code of the option chosen; empty where Cairn decides
     * @param words what became of the choice; empty where there is none
     * @param shape whether it is kept
     */
    public record Choosing(
            String credential, String chosen, List<Option> options, String words, String shape) {
        public Choosing {
            options = List.copyOf(options);
        }
    }
}
