package eu.cairn.app.award;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.framework.Decided;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with learners: a list of them added. */
@Component
public class Learners {

    private static final List<String> NEEDED = List.of("learner_id", "full_name", "email");
    private static final List<String> OPTIONAL = List.of("given_name", "family_name");
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_NAME = 200;

    private final LearnerStore store;
    private final Identifiers identifiers;

    Learners(LearnerStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    /** How many learners of a list were new, and how many were there before. */
    public record Added(int added, int known) {}

    /** Adds the learners of a table, all or none; who is there already stays as they are. */
    @Transactional
    public Decided<Added> add(Acting acting, byte[] file) {
        return switch (CsvTable.read(file)) {
            case Decided.Refused<CsvTable> refused -> Decided.refused(refused.reasons());
            case Decided.Accepted<CsvTable> table -> addAll(acting, table.value());
        };
    }

    private Decided<Added> addAll(Acting acting, CsvTable table) {
        var faults = new ArrayList<>(table.columnFaults(NEEDED, OPTIONAL));
        if (faults.isEmpty()) {
            table.rows().forEach(row -> faults.addAll(faults(row)));
        }
        if (!faults.isEmpty()) {
            return Decided.refused(faults);
        }
        int added = 0;
        for (var row : table.rows()) {
            var learner =
                    new LearnerRow(
                            identifiers.next(),
                            row.cell("learner_id"),
                            row.cell("full_name"),
                            row.cell("given_name"),
                            row.cell("family_name"),
                            row.cell("email"));
            added += store.add(acting, learner) ? 1 : 0;
        }
        return Decided.accepted(new Added(added, table.rows().size() - added));
    }

    private static List<Refusal> faults(CsvTable.Row row) {
        var faults = new ArrayList<Refusal>();
        var place = "line " + row.line();
        if (row.cell("learner_id").isBlank() || row.cell("learner_id").length() > LONGEST_NUMBER) {
            faults.add(Refusal.of("award.learner-number-invalid", place, row.line()));
        }
        if (row.cell("full_name").isBlank() || row.cell("full_name").length() > LONGEST_NAME) {
            faults.add(Refusal.of("award.learner-name-invalid", place, row.line()));
        }
        if (!row.cell("email").matches("[^@\\s]{1,100}@[^@\\s]{1,150}")) {
            faults.add(
                    Refusal.of(
                            "award.learner-email-invalid", place, row.line(), row.cell("email")));
        }
        return faults;
    }
}
