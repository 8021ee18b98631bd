package eu.cairn.app.stacking;

import eu.cairn.formats.stacking.AuditJson;
import eu.cairn.formats.stacking.ClaimReader;
import eu.cairn.formats.stacking.FactsReader;
import eu.cairn.formats.stacking.FactsReader.Question;
import eu.cairn.formats.stacking.OffersReader;
import eu.cairn.formats.stacking.PlanJson;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import eu.cairn.stacking.Audit;
import eu.cairn.stacking.AuditCheck;
import eu.cairn.stacking.Audits;
import eu.cairn.stacking.MissingCourses;
import eu.cairn.stacking.Offers;
import eu.cairn.stacking.PlanAnswer;
import eu.cairn.stacking.Planner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code cairn audit}: does a portfolio satisfy a rulebook, and which courses would lead there?
 * Exit code 0 satisfied, or a plan; 1 not satisfied, or none; 2 could not finish; 64 bad input with
 * a problem document (RFC 9457) on standard error.
 */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Says whether credentials satisfy the rulebook of a qualification, and why.",
        exitCodeOnInvalidInput = AuditCommand.BAD_INPUT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:satisfied; with --plan, or a plan; with --missing, a course",
            "1:not satisfied; with --plan, no plan; with --missing, no course",
            "2:could not finish",
            "64:bad input; a problem document on standard error"
        })
public final class AuditCommand implements Callable<Integer> {

    static final int BAD_INPUT = 64;
    private static final long LARGEST_FILE = 4 * 1024 * 1024;

    @Option(names = "--json", description = "Print the audit as JSON.")
    private boolean json;

    @Option(
            names = "--check",
            paramLabel = "AUDIT.json",
            description = "Check this audit instead, without searching.")
    private Optional<Path> check = Optional.empty();

    @Option(
            names = "--plan",
            paramLabel = "OFFERS",
            description = "Plan instead which of these courses to take (YAML or JSON).")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            description = "Of plans: soonest (if absent), fewest-credits or cheapest.")
    private Optional<String> goal = Optional.empty();

    @Option(names = "--ways", paramLabel = "N", description = "Of plans: how many, 3 if absent.")
    private Optional<String> ways = Optional.empty();

    @Option(
            names = "--load",
            paramLabel = "CREDITS",
            description = "Of plans: the most credits at the same time.")
    private Optional<String> load = Optional.empty();

    @Option(
            names = "--max-price",
            paramLabel = "PRICE",
            description = "Of plans: the most that one may cost, such as 300EUR.")
    private Optional<String> maxPrice = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Of plans: a language of teaching; may be repeated.")
    private List<String> languages = List.of();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Of plans: the first day on which a course may start.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--missing",
            description = {
                "Say instead which course, if it existed, would let most learners finish:",
                "a file of facts for each of them."
            })
    private boolean missing;

    @Parameters(
            arity = "1..*",
            paramLabel = "RULEBOOK FACTS",
            description = {
                "The rulebook (YAML or JSON) and the portfolio (JSON facts),",
                "or one JSON file with both."
            })
    private List<Path> files = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final AuditWords words = AuditWords.english();

    @Override
    public Integer call() {
        if (missing) {
            return passedOver().map(it -> refuse(List.of(it))).orElseGet(this::missing);
        }
        return switch (question()) {
            case Decided.Refused<Question>(var reasons) -> refuse(reasons);
            case Decided.Accepted<Question>(var question) -> {
                var together = passedOver();
                if (together.isPresent()) {
                    yield refuse(List.of(together.get()));
                }
                if (check.isPresent()) {
                    yield check(question, check.get());
                }
                warn(question.warnings());
                yield plan.map(offers -> plan(question, offers)).orElseGet(() -> audit(question));
            }
        };
    }

    /** An option that would be passed over beside, or without, another. */
    private Optional<Refusal> passedOver() {
        var questions = new ArrayList<String>();
        check.ifPresent(it -> questions.add("--check"));
        plan.ifPresent(it -> questions.add("--plan"));
        if (missing) {
            questions.add("--missing");
        }
        if (questions.size() > 1) {
            return Optional.of(
                    Refusal.of("audit.options", "", questions.getFirst(), questions.getLast()));
        }
        var ofPlans = new ArrayList<String>();
        goal.ifPresent(it -> ofPlans.add("--goal"));
        ways.ifPresent(it -> ofPlans.add("--ways"));
        load.ifPresent(it -> ofPlans.add("--load"));
        maxPrice.ifPresent(it -> ofPlans.add("--max-price"));
        from.ifPresent(it -> ofPlans.add("--from"));
        languages.stream().limit(1).forEach(it -> ofPlans.add("--language"));
        return plan.isPresent() || ofPlans.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of("audit.options-of-plans", "", ofPlans.getFirst()));
    }

    private int missing() {
        var refusals = new ArrayList<Refusal>();
        var texts = new LinkedHashMap<String, String>();
        for (var file : files) {
            switch (read(file)) {
                case Decided.Refused<String>(var reasons) -> refusals.addAll(reasons);
                case Decided.Accepted<String>(var text) -> texts.put(file.toString(), text);
            }
        }
        if (!refusals.isEmpty()) {
            return refuse(refusals);
        }
        var rulebook = texts.firstEntry();
        texts.remove(rulebook.getKey());
        return switch (MissingReport.answer(rulebook.getValue(), texts)) {
            case Decided.Refused<MissingCourses.Answer>(var reasons) -> refuse(reasons);
            case Decided.Accepted<MissingCourses.Answer>(var answer) -> {
                var out = spec.commandLine().getOut();
                if (json) {
                    out.println(MissingReport.json(answer));
                } else {
                    MissingReport.print(out, answer);
                }
                out.flush();
                yield answer.courses().isEmpty() ? answer.complete() ? 1 : 2 : 0;
            }
        };
    }

    private int plan(Question question, Path file) {
        var offers = read(file).then(OffersReader::read);
        var options = new PlanOptions(goal, ways, load, maxPrice, languages, from).read();
        if (!(offers instanceof Decided.Accepted<Offers>(var catalogue))
                || !(options instanceof Decided.Accepted<PlanOptions.Asked>(var asked))) {
            var reasons = new ArrayList<>(offers.reasons());
            reasons.addAll(options.reasons());
            return refuse(reasons);
        }
        var rulebook = question.rulebook();
        var answer =
                Planner.under(rulebook)
                        .plans(
                                question.portfolio(),
                                catalogue,
                                asked.goal(),
                                asked.constraints(),
                                asked.ways());
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(PlanJson.write(rulebook, asked.goal(), answer, words));
        } else {
            new PlanReport(rulebook, asked.goal(), words).print(out, answer);
        }
        out.flush();
        return switch (answer) {
            case PlanAnswer.Satisfied satisfied -> 0;
            case PlanAnswer.Waits waits -> 0;
            case PlanAnswer.Found found -> 0;
            case PlanAnswer.None none -> 1;
            case PlanAnswer.Incomparable incomparable -> 2;
            case PlanAnswer.Unfinished unfinished -> 2;
        };
    }

    private int audit(Question question) {
        var audit = Audits.under(question.rulebook()).explained(question.portfolio());
        var out = spec.commandLine().getOut();
        if (json) {
            out.print(AuditJson.write(question.rulebook(), audit, words));
        } else {
            new AuditReport(question.rulebook(), question.portfolio(), audit, words).print(out);
        }
        out.flush();
        return exitCode(audit.result());
    }

    private int check(Question question, Path file) {
        var text = read(file);
        if (text instanceof Decided.Refused<String>(var reasons)) {
            return refuse(reasons);
        }
        var asOf = question.portfolio().asOf();
        var claim = ((Decided.Accepted<String>) text).value();
        return switch (ClaimReader.read(claim, asOf)) {
            case Decided.Refused<Audit.Claim>(var reasons) -> refuse(reasons);
            case Decided.Accepted<Audit.Claim>(var claimed) -> {
                var doubts = AuditCheck.doubts(question.rulebook(), question.portfolio(), claimed);
                if (!doubts.isEmpty()) {
                    yield refuse(doubts);
                }
                var out = spec.commandLine().getOut();
                out.println("Confirmed: " + claimed.result().code() + ".");
                out.flush();
                yield exitCode(claimed.result());
            }
        };
    }

    private static int exitCode(Audit.Result result) {
        return switch (result) {
            case SATISFIED -> 0;
            case NOT_SATISFIED -> 1;
            case COULD_NOT_FINISH -> 2;
        };
    }

    private Decided<Question> question() {
        var texts = new ArrayList<String>();
        for (var file : files) {
            switch (read(file)) {
                case Decided.Refused<String>(var reasons) -> {
                    return Decided.refused(reasons);
                }
                case Decided.Accepted<String>(var text) -> texts.add(text);
            }
        }
        if (texts.size() > 2) {
            return Decided.refused(Refusal.of("facts.signed-credential", files.get(2).toString()));
        }
        if (texts.size() == 1) {
            return FactsReader.readQuestion(texts.getFirst());
        }
        return FactsReader.readQuestion(texts.getFirst(), texts.getLast());
    }

    /** What is suspicious in the rulebook, one line each, on standard error. */
    private void warn(List<Refusal> warnings) {
        var err = spec.commandLine().getErr();
        for (var warning : warnings) {
            var place = warning.place().isEmpty() ? "" : warning.place() + ": ";
            err.println("Warning: " + place + words.refusal(warning) + " [" + warning.code() + "]");
        }
        err.flush();
    }

    private static Decided<String> read(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                return Decided.refused(
                        Refusal.of("facts.too-large", file.toString(), LARGEST_FILE));
            }
            return Decided.accepted(Files.readString(file));
        } catch (IOException unreadable) {
            return Decided.refused(Refusal.of("audit.no-such-file", file.toString()));
        }
    }

    private int refuse(List<Refusal> reasons) {
        var problem = JsonNodeFactory.instance.objectNode();
        var first = reasons.getFirst();
        problem.put("type", "urn:cairn:problem:" + first.code());
        problem.put("title", words.refusal(first));
        problem.put("code", first.code());
        var errors = problem.putArray("errors");
        for (var reason : reasons) {
            errors.addObject()
                    .put("code", reason.code())
                    .put("place", reason.place())
                    .put("detail", words.refusal(reason));
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(problem.toPrettyString());
        err.flush();
        return BAD_INPUT;
    }
}
