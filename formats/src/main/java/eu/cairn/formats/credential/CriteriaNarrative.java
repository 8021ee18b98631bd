package eu.cairn.formats.credential;

import eu.cairn.credential.MicroCredential;
import java.util.StringJoiner;

/**
 * What had to be achieved, in one Markdown text for readers that know Open Badges only: outcomes,
 * workload, assessment, participation and quality assurance.
 */
final class CriteriaNarrative {

    private CriteriaNarrative() {}

    static String of(MicroCredential credential) {
        var text = new StringJoiner("\n");
        text.add("The holder is able to:").add("");
        for (var outcome : credential.outcomes()) {
            text.add("- " + outcome.text().authoritative());
        }
        text.add("");
        credential
                .workload()
                .ifPresent(
                        workload -> {
                            workload.credits().ifPresent(c -> text.add("Workload: " + c + " ECTS"));
                            workload.hours()
                                    .ifPresent(h -> text.add("Learning time: " + h + " hours"));
                        });
        for (var assessment : credential.assessments()) {
            text.add(
                    "Assessment: "
                            + assessment.title()
                            + assessment
                                    .type()
                                    .map(type -> " (" + type.code().replace('-', ' ') + ")")
                                    .orElse(""));
        }
        credential.participation().ifPresent(form -> text.add("Participation: " + form.code()));
        for (var quality : credential.qualityAssurance()) {
            text.add("Quality assurance: " + quality.kind().code() + ", " + quality.decidedBy());
        }
        credential.prerequisites().ifPresent(needed -> text.add("To enrol: " + needed));
        return text.toString();
    }
}
