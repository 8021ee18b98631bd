package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.CourseFacts;
import eu.cairn.app.stacking.RuleWords;
import eu.cairn.app.stacking.Units;
import eu.cairn.app.web.Labels;
import eu.cairn.app.web.Option;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Country;
import eu.cairn.framework.MultilingualText;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.CredentialStatus;
import eu.cairn.stacking.Fact;
import eu.cairn.stacking.HeldCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Says of every credential where it counts in a stack, or each reason why it does not. */
final class CredentialLines {

    private final Stack stack;
    private final StackLetters letters;
    private final RuleWords words;
    private final boolean own;
    private final ChoiceWords chosen;
    private final StackReasons reasons;

    CredentialLines(
            Stack stack, StackLetters letters, RuleWords words, ChoiceWords chosen, boolean own) {
        this.stack = stack;
        this.letters = letters;
        this.words = words;
        this.own = own;
        this.chosen = chosen;
        this.reasons = new StackReasons(stack, words, this::letter);
    }

    private Optional<String> letter(String credential) {
        return letters.order().contains(credential)
                ? Optional.of(letters.letter(credential))
                : Optional.empty();
    }

    List<CredentialLine> lines() {
        return Stream.concat(
                        letters.order().stream().map(this::line),
                        stack.aside().stream().map(this::aside))
                .toList();
    }

    private CredentialLine line(String credential) {
        var facts = stack.facts(credential);
        var holding = stack.holding(credential).orElseThrow();
        var result = stack.result(credential);
        boolean counts = !result.counts().isEmpty();
        return new CredentialLine(
                letters.letter(credential),
                counts ? chip(letters.colour(credential)) : "out",
                "/v/" + holding.awarded().shortCode(),
                facts.title().orElse(credential),
                language(holding),
                facts.credits() + " ECTS",
                facts(facts, holding) + (counts ? "" : awarded(facts)),
                place(result),
                reasons.of(facts, result),
                decision(credential),
                ask(facts, holding, counts),
                own ? choosing(credential, holding) : Optional.empty());
    }

    /** A credential that cannot be audited: it is being signed, or does not say its credits. */
    private CredentialLine aside(Holding holding) {
        boolean signing = holding.state() == Holding.State.BEING_SIGNED;
        return new CredentialLine(
                "–",
                "out",
                "/v/" + holding.awarded().shortCode(),
                holding.content()
                        .map(content -> content.title().authoritative())
                        .orElse("Credential " + holding.awarded().shortCode()),
                language(holding),
                "",
                holding.awardedBy().name() + ", " + holding.awardedBy().country(),
                "",
                List.of(
                        signing
                                ? why("part", "portfolio.being-signed")
                                : why("skip", "portfolio.no-credits-stated")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What can be chosen, where there is a place for it or something was chosen already. */
    private Optional<CredentialLine.Choosing> choosing(String credential, Holding holding) {
        var code = holding.awarded().shortCode();
        var choice = stack.choice(code);
        boolean hasPlace =
                StackRows.takes(stack).anyMatch(it -> stack.accepts(credential, it.id()));
        if (choice.isEmpty() && !hasPlace) {
            return Optional.empty();
        }
        var options = new ArrayList<Option>();
        options.add(new Option("", "Let Cairn decide"));
        StackRows.takes(stack)
                .filter(
                        take ->
                                stack.accepts(credential, take.id())
                                        || choice.flatMap(Choice::requirement)
                                                .equals(Optional.of(take.id())))
                .map(
                        take ->
                                new Option(
                                        new Choice(code, Optional.of(take.id())).code(),
                                        "Count it in " + words.title(take)))
                .forEach(options::add);
        options.add(
                new Option(
                        new Choice(code, Optional.empty()).code(),
                        "Do not count it in this qualification"));
        return Optional.of(
                new CredentialLine.Choosing(
                        code,
                        choice.map(Choice::code).orElse(""),
                        options,
                        choice.map(it -> chosen.became(stack, code)).orElse(""),
                        ChoiceWords.isKept(stack, credential) ? "met" : "part"));
    }

    private static CredentialLine.Why why(String shape, String code) {
        return new CredentialLine.Why(shape, Words.of(code, List.of()), code);
    }

    private static String chip(String colour) {
        return colour.equals("ie") ? "" : "c" + colour;
    }

    private static String language(Holding holding) {
        return holding.content()
                .map(content -> content.title())
                .map(MultilingualText::authoritativeLanguage)
                .map(language -> language.tag())
                .orElse("en");
    }

    private static String facts(HeldCredential facts, Holding holding) {
        var country =
                facts.value(Fact.COUNTRY).map(Country::new).orElse(holding.awardedBy().country());
        return facts.issuerName().orElse(holding.awardedBy().name())
                + ", "
                + country
                + facts.level().map(level -> " · EQF " + level.level()).orElse("");
    }

    private static String awarded(HeldCredential facts) {
        return facts.awarded().map(day -> " · awarded " + Labels.of(day)).orElse("");
    }

    private String place(Audit.CredentialResult result) {
        return result.counts().stream()
                .flatMap(count -> count.requirements().stream())
                .map(requirement -> "in " + reasons.title(requirement))
                .reduce((a, b) -> a + ", " + b.substring(3))
                .orElse("");
    }

    private Optional<CredentialLine.Decision> decision(String credential) {
        return stack.decision(credential)
                .map(
                        found ->
                                new CredentialLine.Decision(
                                        "met",
                                        "Recognised by %s as %s, %s ECTS, on %s"
                                                .formatted(
                                                        found.unit().decidedBy(),
                                                        found.unit().course(),
                                                        found.unit().credits(),
                                                        Labels.of(found.unit().decidedOn())),
                                        address(found.application())))
                .or(() -> stack.asked(credential).map(this::asked));
    }

    private CredentialLine.Decision asked(Asked asked) {
        return new CredentialLine.Decision(
                "open",
                asked.open()
                        ? "Recognition asked for, application %s".formatted(asked.number())
                        : "Not counted after application %s".formatted(asked.number()),
                address(asked.application()));
    }

    private String address(UUID application) {
        return own ? "/recognition/" + application : "";
    }

    /** Asking can help where a genuine credential of another institution does not count yet. */
    private Optional<String> ask(HeldCredential facts, Holding holding, boolean counts) {
        boolean elsewhere =
                !facts.issuer()
                        .equals(
                                Optional.of(
                                        CourseFacts.issuer(
                                                stack.rulebook().organisation().slug())));
        boolean helps =
                own
                        && !counts
                        && elsewhere
                        && facts.status() == CredentialStatus.VALID
                        && stack.decision(facts.id()).isEmpty()
                        && stack.asked(facts.id()).filter(Asked::open).isEmpty()
                        && !Units.of(stack.rulebook().rules()).isEmpty();
        return helps
                ? Optional.of(
                        "/recognition/new?credential=%s&rulebook=%s"
                                .formatted(holding.awarded().shortCode(), stack.rulebook().id()))
                : Optional.empty();
    }
}
