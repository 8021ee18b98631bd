package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.IssuedAccreditation;
import eu.cairn.app.verification.AccreditationsIssued;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Withdraws an accreditation that an organisation of the installation issued. */
@Command(
        name = "withdraw-accreditation",
        description = "Withdraw an accreditation that was issued here, as of today and for good.",
        mixinStandardHelpOptions = true)
final class WithdrawAccreditationCommand implements Callable<Integer> {

    private static final int NOT_DONE = 2;

    private final Function<Place, OpenHome> opening;

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Place place = new Place();

    @Parameters(paramLabel = "ID", description = "As it was kept, or as the accreditation says.")
    private String id = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why, as everybody who verifies will read it.")
    private String reason = "";

    WithdrawAccreditationCommand(Function<Place, OpenHome> opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() {
        try (var home = opening.apply(place)) {
            var found = home.bean(AccreditationsIssued.class).named(id);
            return found.isEmpty()
                    ? refused(List.of(Refusal.of("accreditation.unknown", "", id)))
                    : withdraw(home, found.get());
        }
    }

    private int withdraw(OpenHome home, IssuedAccreditation one) {
        var organisation =
                home.bean(AccountStore.class).organisation(one.organisation()).orElseThrow();
        return switch (home.bean(AccreditationsIssued.class)
                .withdraw(organisation, Optional.empty(), one.id(), reason)) {
            case Decided.Refused<IssuedAccreditation>(var reasons) -> refused(reasons);
            case Decided.Accepted<IssuedAccreditation>(var ended) -> {
                spec.commandLine()
                        .getOut()
                        .println(
                                "The accreditation of %s by %s is withdrawn."
                                        .formatted(ended.subjectName(), organisation.name()));
                spec.commandLine().getOut().flush();
                yield 0;
            }
        };
    }

    private int refused(List<Refusal> reasons) {
        reasons.forEach(
                reason -> spec.commandLine().getErr().println("cairn: " + Words.of(reason)));
        spec.commandLine().getErr().flush();
        return NOT_DONE;
    }
}
