package eu.cairn.app.credential;

import eu.cairn.app.account.Organisation;
import eu.cairn.credential.MicroCredential;
import eu.cairn.credential.QualityRecord;
import java.util.List;

/** The decisions on the quality of courses that were made in this installation, as records. */
public interface DecisionsMade {

    /** What checks name as the source of what this installation itself keeps. */
    String SOURCE = "This installation of Cairn";

    /** Those that a credential of the organisation names and that approved the course. */
    List<QualityRecord> of(Organisation organisation, MicroCredential credential);
}
