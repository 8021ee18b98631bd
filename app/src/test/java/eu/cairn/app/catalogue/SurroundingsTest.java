package eu.cairn.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.CoursesOnOffer.OnOffer;
import eu.cairn.app.credential.QualificationsServed;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    private final TestServer server = TestServer.shared();

    @Test
    void qualificationsAreReckonedOnceForADesignHoweverManyItNames() {
        var offers = server.bean(OfferStore.class);
        var counted = new Counted(server.bean(QualificationsServed.class));
        var around =
                new Surroundings(
                                server.bean(AccountStore.class),
                                offers,
                                counted,
                                server.bean(HoursReports.class))
                        .of(server.acting("borgofiume", Role.DESIGNER));
        var design = offers.newest("borgofiume", "CLIMA-5").orElseThrow();
        var paths = counted.real.applyingNow().stream().map(QualificationsServed.Applying::path);

        for (var path : paths.toList()) {
            assertThat(around.qualification(path)).isPresent();
            assertThat(around.requirements(path, design)).isNotNull();
            around.requirements(path, design);
        }

        assertThat(counted.reckoned).isEqualTo(1);
        assertThat(counted.listed).isEqualTo(1);
    }

    /** The qualifications as they are, and how often they were asked for. */
    private static final class Counted implements QualificationsServed {

        private final QualificationsServed real;
        private int reckoned;
        private int listed;

        Counted(QualificationsServed real) {
            this.real = real;
        }

        @Override
        public List<Served> by(OnOffer course) {
            reckoned++;
            return real.by(course);
        }

        @Override
        public List<Applying> applyingNow() {
            listed++;
            return real.applyingNow();
        }

        @Override
        public String inForce() {
            return real.inForce();
        }
    }
}
