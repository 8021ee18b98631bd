package eu.cairn.app.award;

import static org.assertj.core.api.Assertions.assertThat;

import eu.cairn.app.TestServer;
import eu.cairn.app.account.Role;
import eu.cairn.app.credential.Keys;
import java.util.Comparator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the places of credentials in status lists give away. */
class StatusPlaceStoreTest {

    private static final TestServer SERVER = TestServer.shared();

    private final StatusPlaceStore places = SERVER.bean(StatusPlaceStore.class);

    @Test
    void placesFollowNoOrderAndNoneIsGivenTwice() {
        var organisation = SERVER.acting("borgofiume", Role.REGISTRAR).organisation();
        var key = SERVER.bean(Keys.class).inUse(organisation).id();

        var given = places.next(organisation.id(), key, 500);

        assertThat(given).doesNotHaveDuplicates();
        assertThat(given)
                .isNotEqualTo(
                        given.stream()
                                .sorted(Comparator.comparingInt(StatusPlace::index))
                                .toList());
        assertThat(given).anyMatch(place -> place.index() > 65_536);
    }

    @Test
    void aListThatIsHalfUsedIsFollowedByAnother() {
        var nobody = new UUID(9, 9);

        var given = places.next(nobody, nobody, 65_537);

        assertThat(given.subList(0, 65_536)).allMatch(place -> place.list() == 0);
        assertThat(given.getLast().list()).isEqualTo(1);
        assertThat(given).doesNotHaveDuplicates();
    }
}
