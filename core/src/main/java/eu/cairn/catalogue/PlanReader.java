package eu.cairn.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads for whom a course is, why it is needed, why its level is right, and where it stands. */
final class PlanReader {

    private static final int MOST_ROWS = 20;
    private static final int LONGEST_NAME = 300;

    private final DraftPlan typed;
    private final TypedFields fields;
    private final Neighbours neighbours;
    private final LocalDate day;

    PlanReader(DraftPlan typed, TypedFields fields, Neighbours neighbours, LocalDate day) {
        this.typed = typed;
        this.fields = fields;
        this.neighbours = neighbours;
        this.day = day;
    }

    CoursePlan.Relevance relevance() {
        var relevance = typed.relevance();
        if (relevance.stakeholders().isEmpty()) {
            fields.fault("stakeholders", "catalogue.stakeholder-missing");
        }
        return new CoursePlan.Relevance(
                fields.text("targetGroup", relevance.targetGroup(), true),
                read("stakeholders", relevance.stakeholders(), this::stakeholder),
                read("evidence", relevance.evidence(), this::evidence),
                read("occupations", relevance.occupations(), this::occupation));
    }

    CoursePlan.Place place() {
        return new CoursePlan.Place(
                fields.text("legalStatus", typed.place().legalStatus(), false),
                read("programmes", typed.place().programmes(), this::programme));
    }

    CoursePlan.LevelGrounds level() {
        var grounds = typed.level();
        if (grounds.equals(new DraftPlan.LevelGrounds())) {
            fields.hint("groundsKnowledge", "catalogue.level-not-justified");
        }
        return new CoursePlan.LevelGrounds(
                fields.text("groundsKnowledge", grounds.knowledge(), false),
                fields.text("groundsSkills", grounds.skills(), false),
                fields.text("groundsResponsibility", grounds.responsibility(), false));
    }

    private Optional<CoursePlan.Stakeholder> stakeholder(
            String place, DraftPlan.Stakeholder stakeholder) {
        var kind = fields.choice(place + ".kind", stakeholder.kind(), StakeholderKind::ofCode);
        var name = name(place + ".name", stakeholder.name());
        var asked =
                stakeholder.askedOn().isBlank()
                        ? fields.<LocalDate>fault(place + ".askedOn", "catalogue.text-missing")
                        : fields.date(place + ".askedOn", stakeholder.askedOn());
        if (asked.isPresent() && asked.get().isAfter(day)) {
            return fields.fault(place + ".askedOn", "catalogue.asked-in-future", asked.get());
        }
        return kind.isPresent() && name.isPresent() && asked.isPresent()
                ? Optional.of(new CoursePlan.Stakeholder(kind.get(), name.get(), asked.get()))
                : Optional.empty();
    }

    private Optional<CoursePlan.Evidence> evidence(String place, DraftPlan.Evidence evidence) {
        var kind = fields.choice(place + ".kind", evidence.kind(), EvidenceKind::ofCode);
        var source = fields.text(place + ".source", evidence.source(), true);
        var link = address(place + ".link", evidence.link());
        return kind.isPresent() && source.isPresent()
                ? Optional.of(new CoursePlan.Evidence(kind.get(), source.get(), link))
                : Optional.empty();
    }

    private Optional<CoursePlan.Occupation> occupation(
            String place, DraftPlan.Occupation occupation) {
        var label = name(place + ".label", occupation.label());
        var uri = address(place + ".uri", occupation.uri());
        return label.map(words -> new CoursePlan.Occupation(words, uri));
    }

    private Optional<CoursePlan.Programme> programme(String place, DraftPlan.Programme programme) {
        var chosen = programme.qualification().strip();
        if (chosen.isEmpty()) {
            return fields.fault(place + ".qualification", "catalogue.choice-missing");
        }
        var found = neighbours.qualification(chosen);
        if (found.isEmpty()) {
            return fields.fault(
                    place + ".qualification", "catalogue.qualification-unknown", chosen);
        }
        return found;
    }

    private Optional<String> name(String place, String text) {
        var name = fields.text(place, text, true);
        return name.isPresent() && name.get().length() > LONGEST_NAME
                ? fields.fault(place, "catalogue.text-too-long", name.get().length(), LONGEST_NAME)
                : name;
    }

    private Optional<String> address(String place, String text) {
        var plain = text.strip();
        return plain.isEmpty() || plain.matches(TypedFields.ADDRESS)
                ? Optional.of(plain).filter(address -> !address.isEmpty())
                : fields.fault(place, "catalogue.address-invalid", plain);
    }

    private interface Row<T, R> {
        Optional<R> read(String place, T typed);
    }

    /** The rows that can be read, each once; what is wrong or too many is a fault. */
    private <T, R> List<R> read(String place, List<T> typed, Row<T, R> row) {
        var all = new ArrayList<R>();
        if (typed.size() > MOST_ROWS) {
            fields.fault(place, "catalogue.too-many-rows", typed.size(), MOST_ROWS);
            return all;
        }
        for (int i = 0; i < typed.size(); i++) {
            var one = row.read(place + "[" + (i + 1) + "]", typed.get(i));
            if (one.isPresent() && all.contains(one.get())) {
                fields.fault(place + "[" + (i + 1) + "]", "catalogue.row-twice");
            } else {
                one.ifPresent(all::add);
            }
        }
        return all;
    }
}
