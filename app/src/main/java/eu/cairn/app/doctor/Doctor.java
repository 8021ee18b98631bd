package eu.cairn.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything that an installation keeps. */
public class Doctor {

    /** The parts of the examination, to be registered together. */
    public static List<Class<?>> parts() {
        return List.of(
                DatabaseStore.class,
                DatabaseCheck.class,
                JournalCheck.class,
                KeysCheck.class,
                DocumentsCheck.class,
                AccreditationsCheck.class,
                Doctor.class);
    }

    private final DatabaseCheck database;
    private final JournalCheck journal;
    private final KeysCheck keys;
    private final DocumentsCheck documents;
    private final AccreditationsCheck accreditations;

    Doctor(
            DatabaseCheck database,
            JournalCheck journal,
            KeysCheck keys,
            DocumentsCheck documents,
            AccreditationsCheck accreditations) {
        this.database = database;
        this.journal = journal;
        this.keys = keys;
        this.documents = documents;
        this.accreditations = accreditations;
    }

    /** What was found, part by part; a part that breaks off does not keep the others back. */
    public List<Finding> findings() {
        var found = new ArrayList<Finding>();
        found.addAll(finished(database::findings));
        found.addAll(finished(journal::findings));
        found.addAll(finished(keys::findings));
        found.addAll(finished(documents::findings));
        found.addAll(finished(accreditations::findings));
        return found;
    }

    private static List<Finding> finished(Supplier<List<Finding>> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return List.of(
                    Finding.notChecked(
                            "doctor.check-broke-off",
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }
}
