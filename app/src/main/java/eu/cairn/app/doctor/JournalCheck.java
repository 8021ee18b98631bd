package eu.cairn.app.doctor;

import eu.cairn.app.journal.Journal;
import java.util.List;

/** The journal: every line follows from the one before. */
public class JournalCheck {

    private final Journal journal;

    JournalCheck(Journal journal) {
        this.journal = journal;
    }

    public List<Finding> findings() {
        return List.of(
                switch (journal.verify()) {
                    case Journal.Verification.Intact(var lines) ->
                            Finding.ok("doctor.journal", lines);
                    case Journal.Verification.Broken(var seq, var fault) ->
                            Finding.failed("doctor.journal-broken", seq, fault);
                });
    }
}
