package eu.cairn.app.cli;

import eu.cairn.app.database.CannotStart;
import eu.cairn.app.doctor.ConfigurationCheck;
import eu.cairn.app.doctor.Doctor;
import eu.cairn.app.doctor.Finding;
import eu.cairn.app.doctor.Finding.Grade;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is not right with an installation, beside the running server or without it.
 *
 * <p>Exit 0 nothing failed, 1 something failed, 2 it could not finish.
 */
@Command(
        name = "doctor",
        description = "Says what is not right with an installation, and what to do.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing failed", "1:something failed", "2:could not finish"},
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin private Place place = new Place();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Spec private CommandSpec spec = CommandSpec.create();

    /** A finding as it is printed for machines. */
    record Line(String grade, String code, String sentence, List<String> parameters) {
        static Line of(Finding finding) {
            return new Line(
                    finding.grade().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    finding.code(),
                    finding.sentence(),
                    finding.parameters());
        }
    }

    @Override
    public Integer call() {
        var found =
                new ArrayList<>(
                        new ConfigurationCheck(
                                        place.home(),
                                        place.baseUrl(),
                                        place.port(),
                                        System.getenv().keySet())
                                .findings());
        found.addAll(records());
        print(found);
        return exitCode(found);
    }

    private List<Finding> records() {
        try (var home = OpenHome.of(place, Doctor.parts())) {
            return home.bean(Doctor.class).findings();
        } catch (CannotStart e) {
            return List.of(Finding.notChecked("doctor.database-unreachable", e.sentence()));
        }
    }

    private void print(List<Finding> found) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(found.stream().map(Line::of).toList()));
        } else {
            found.forEach(
                    finding ->
                            out.printf("%-12s %s%n", finding.grade().word(), finding.sentence()));
        }
        out.flush();
    }

    private static int exitCode(List<Finding> found) {
        if (found.stream().anyMatch(finding -> finding.grade() == Grade.FAILED)) {
            return 1;
        }
        return found.stream().anyMatch(finding -> finding.grade() == Grade.NOT_CHECKED) ? 2 : 0;
    }
}
