package eu.cairn.app.demo;

import eu.cairn.app.account.Role;
import java.util.List;
import java.util.Optional;

/**
 * The people whom a visitor of the demo can be, and the staff who stand behind its past. All are
 * invented.
 */
final class DemoPeople {

    static final String FIRST_REGISTRAR = "ginevra.tassoni";
    static final String SECOND_REGISTRAR = "aurelio.bonfanti";
    static final String AUTHORITY = "ottavia.rinaldi@example.org";
    static final String LEARNER = "nora.lindqvist@example.org";

    /**
     * One of them.
     *
     * @param organisation key of the institution they act for; a learner acts for nobody
     * @param todo what waits for them
     */
    record Guest(
            String name,
            String email,
            Optional<Role> role,
            Optional<String> organisation,
            String todo) {}

    static final List<Guest> GUESTS =
            List.of(
                    guest(
                            "Chiara Molinari",
                            "chiara.molinari",
                            Role.DESIGNER,
                            "borgofiume",
                            "a draft to finish"),
                    guest(
                            "Ludovico Ferraresi",
                            "ludovico.ferraresi",
                            Role.QUALITY_OFFICER,
                            "borgofiume",
                            "a course to decide on"),
                    guest(
                            "Fiorenza Galvani",
                            "fiorenza.galvani",
                            Role.ASSESSOR,
                            "borgofiume",
                            "results to record"),
                    guest(
                            "Ginevra Tassoni",
                            FIRST_REGISTRAR,
                            Role.REGISTRAR,
                            "borgofiume",
                            "results to upload"),
                    guest(
                            "Aurelio Bonfanti",
                            SECOND_REGISTRAR,
                            Role.REGISTRAR,
                            "borgofiume",
                            "a batch to approve"),
                    new Guest(
                            "Nora Lindqvist",
                            LEARNER,
                            Optional.empty(),
                            Optional.empty(),
                            "credentials to stack"),
                    guest(
                            "Õnne-Mari Põldmäe",
                            "onne-mari.poldmae",
                            Role.RECOGNITION_OFFICER,
                            "emajoe",
                            "an application to decide"),
                    new Guest(
                            "Ottavia Rinaldi",
                            AUTHORITY,
                            Optional.of(Role.NATIONAL_AUTHORITY),
                            Optional.of(DemoAuthority.KEY),
                            "a type of micro-credential to register"));

    private DemoPeople() {}

    private static Guest guest(
            String name, String address, Role role, String organisation, String todo) {
        return new Guest(
                name, address + "@example.org", Optional.of(role), Optional.of(organisation), todo);
    }

    /** The address of the account that acts in the demo's past for an institution in a role. */
    static String staff(String organisation, Role role) {
        return organisation + "." + role.code() + "@example.org";
    }
}
