package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.credential.Keys;
import eu.cairn.app.credential.QualityRecords;
import eu.cairn.app.verification.Accreditations;
import eu.cairn.app.verification.TrustLists;
import eu.cairn.app.web.Installation;
import eu.cairn.app.web.Words;
import eu.cairn.credential.QualityRecord;
import eu.cairn.formats.credential.Signer;
import eu.cairn.formats.credential.quality.QualityTable;
import eu.cairn.formats.verification.Accreditation;
import eu.cairn.formats.verification.TrustList;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Whom this installation believes: lists of recognised awarding bodies, the publishers whose lists
 * are taken, and what registers say of quality assurance.
 *
 * <p>Exit 0 done, 2 refused or not there, 64 the command was wrong, 69 no installation.
 */
@Command(
        name = "trust",
        description = "Lists of recognised awarding bodies, and reviews of their quality.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:refused, or not there",
            "64:the command was wrong",
            "69:there is no installation (sign, accreditation and withdraw-accreditation only)"
        },
        mixinStandardHelpOptions = true)
final class TrustCommand implements Runnable {

    private static final int DONE = 0;
    private static final int NOT_DONE = 2;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock;
    private final Function<Place, OpenHome> opening;

    TrustCommand(Clock clock, Function<Place, OpenHome> opening) {
        this.clock = clock;
        this.opening = opening;
    }

    /** The command with what issues and withdraws accreditations. */
    static CommandLine commandLine(Clock clock, Function<Place, OpenHome> opening) {
        return new CommandLine(new TrustCommand(clock, opening))
                .addSubcommand(new AccreditationCommand(opening))
                .addSubcommand(new WithdrawAccreditationCommand(opening));
    }

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "pin",
            description = "Take lists that are signed with this key from now on.",
            mixinStandardHelpOptions = true)
    int pin(
            @Mixin Place place,
            @Parameters(paramLabel = "NAME", description = "What to call the publisher.")
                    String name,
            @Parameters(paramLabel = "KEY", description = "did:key:…, did:jwk:… or a JSON Web Key.")
                    String key) {
        return lists(place)
                .pin(name, key)
                .map(this::refused)
                .orElseGet(() -> done("The lists of " + name + " are taken from now on."));
    }

    @Command(
            name = "unpin",
            description = "Believe a publisher and its lists no more.",
            mixinStandardHelpOptions = true)
    int unpin(@Mixin Place place, @Parameters(paramLabel = "NAME") String name) {
        return lists(place).unpin(name)
                ? done(name + " is believed no more.")
                : err("there is no publisher " + name);
    }

    @Command(
            name = "import",
            description = "Take over a signed list of recognised awarding bodies.",
            mixinStandardHelpOptions = true)
    int importList(@Mixin Place place, @Parameters(paramLabel = "FILE") Path file) {
        var bytes = bytes(file);
        if (bytes.isEmpty()) {
            return NOT_DONE;
        }
        return switch (lists(place).add(bytes.get())) {
            case Decided.Accepted<TrustList>(var list) -> done(line(list));
            case Decided.Refused<TrustList>(var reasons) -> refused(reasons);
        };
    }

    @Command(
            name = "list",
            description = "The publishers, the lists and the registers of reviews that are here.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Place place) {
        var lists = lists(place);
        lists.publishers()
                .forEach(
                        one ->
                                out().println(
                                                "publisher  %s  %s"
                                                        .formatted(
                                                                one.name(),
                                                                one.key().thumbprint())));
        lists.lists().forEach(list -> out().println(line(list)));
        records(place).all().stream()
                .collect(
                        Collectors.groupingBy(
                                QualityRecord::source, TreeMap::new, Collectors.toList()))
                .forEach(
                        (source, records) ->
                                out().println(
                                                "reviews    %s  as of %s  %d records"
                                                        .formatted(
                                                                source,
                                                                records.getFirst().asOf(),
                                                                records.size())));
        for (var one : accreditations(place).all()) {
            out().println(
                            "accredited %s  %s by %s, %s to %s"
                                    .formatted(
                                            one.id(),
                                            one.subjectName(),
                                            one.issuerName(),
                                            one.from(),
                                            one.until()));
        }
        out().flush();
        return DONE;
    }

    private String line(TrustList list) {
        var reference = list.reference();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return "list       %s  %s, published by %s  of %s, to be replaced by %s%s  %d bodies"
                .formatted(
                        list.id(),
                        reference.name(),
                        reference.publisher(),
                        reference.date(),
                        reference.nextUpdate(),
                        reference.isOutdatedOn(today) ? " (OUTDATED)" : "",
                        list.size());
    }

    @Command(
            name = "remove",
            description = "Take away a list, or all reviews of a register.",
            mixinStandardHelpOptions = true)
    int remove(
            @Mixin Place place,
            @Parameters(
                            paramLabel = "ID",
                            description = "Of the list, or the name of the register, as listed.")
                    String id) {
        return lists(place).remove(id)
                        || records(place).remove(id)
                        || accreditations(place).remove(id)
                ? done(id + " is not used any more.")
                : refused(Refusal.of("verification.list-unknown", "", id));
    }

    @Command(
            name = "import-reviews",
            description = {
                "Take over a table (CSV) of reviews with the columns of DEQAR.",
                "What was known from the same source is replaced."
            },
            mixinStandardHelpOptions = true)
    int importReviews(
            @Mixin Place place,
            @Parameters(paramLabel = "FILE") Path file,
            @Option(
                            names = "--source",
                            required = true,
                            paramLabel = "TEXT",
                            description = "The register that it was taken from.")
                    String source,
            @Option(
                            names = "--as-of",
                            required = true,
                            paramLabel = "DAY",
                            description = "The day as of which it was, such as 2026-11-23.")
                    LocalDate asOf) {
        var bytes = bytes(file);
        if (bytes.isEmpty()) {
            return NOT_DONE;
        }
        return switch (QualityTable.read(bytes.get(), source, asOf)) {
            case Decided.Refused<QualityTable>(var reasons) -> refused(reasons);
            case Decided.Accepted<QualityTable>(var table) -> {
                table.findings()
                        .forEach(
                                finding ->
                                        out().println(finding.place() + ": " + Words.of(finding)));
                yield switch (records(place).put(source, table.records())) {
                    case Decided.Refused<Integer>(var reasons) -> refused(reasons);
                    case Decided.Accepted<Integer>(var count) ->
                            done(
                                    "%d reviews of %s were taken over, %d findings in rows that were not."
                                            .formatted(count, source, table.findings().size()));
                };
            }
        };
    }

    @Command(
            name = "sign",
            description = "Sign a list with the key of an organisation, and print it.",
            mixinStandardHelpOptions = true)
    int sign(
            @Mixin Place place,
            @Parameters(paramLabel = "ORGANISATION", description = "Its name in addresses.")
                    String slug,
            @Parameters(paramLabel = "FILE", description = "The list, as JSON.") Path file) {
        var bytes = bytes(file);
        if (bytes.isEmpty()) {
            return NOT_DONE;
        }
        try (var home = opening.apply(place)) {
            var signer =
                    home.bean(AccountStore.class)
                            .organisation(slug)
                            .flatMap(one -> signer(home, one));
            if (signer.isEmpty()) {
                return err("there is no organisation " + slug + " with a key in use");
            }
            var payload = new String(bytes.get(), StandardCharsets.UTF_8);
            var signed = TrustList.sign(payload.strip(), signer.get());
            return switch (TrustList.read(
                    signed.getBytes(StandardCharsets.UTF_8),
                    List.of(TrustList.Publisher.of(slug, signer.get())))) {
                case Decided.Accepted<TrustList> readable -> done(signed);
                case Decided.Refused<TrustList>(var reasons) -> refused(reasons);
            };
        }
    }

    @Command(
            name = "import-accreditation",
            description = "Have an accreditation at hand; it is verified where it is used.",
            mixinStandardHelpOptions = true)
    int importAccreditation(@Mixin Place place, @Parameters(paramLabel = "FILE") Path file) {
        var bytes = bytes(file);
        if (bytes.isEmpty()) {
            return NOT_DONE;
        }
        return switch (accreditations(place).add(bytes.get())) {
            case Decided.Accepted<Accreditation>(var one) ->
                    done(one.id() + " of " + one.subjectName() + " is at hand.");
            case Decided.Refused<Accreditation>(var reasons) -> refused(reasons);
        };
    }

    private static Optional<Signer> signer(OpenHome home, Organisation organisation) {
        var keys = home.bean(Keys.class);
        return keys.of(organisation).stream()
                .filter(key -> key.retiredAt().isEmpty() && key.compromise().isEmpty())
                .findFirst()
                .map(key -> keys.signer(key.id()));
    }

    private static Accreditations accreditations(Place place) {
        return new Accreditations(new Installation(place.home(), ""));
    }

    private TrustLists lists(Place place) {
        return new TrustLists(new Installation(place.home(), ""), clock);
    }

    private static QualityRecords records(Place place) {
        return new QualityRecords(new Installation(place.home(), ""));
    }

    private Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            err(file + ": the file cannot be read");
            return Optional.empty();
        }
    }

    private int refused(List<Refusal> reasons) {
        reasons.forEach(this::refused);
        return NOT_DONE;
    }

    private int refused(Refusal reason) {
        return err(Words.of(reason));
    }

    private int err(String sentence) {
        spec.commandLine().getErr().println("cairn: " + sentence);
        spec.commandLine().getErr().flush();
        return NOT_DONE;
    }

    private int done(String sentence) {
        out().println(sentence);
        out().flush();
        return DONE;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
