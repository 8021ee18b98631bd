package eu.cairn.app.award;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out places in status lists at random, so that neither who else was awarded nor when can be
 * read from them (Bitstring Status List 1.0, 6.1).
 */
@Component
class StatusPlaceStore {

    /** The least that the standard asks for, so that one place is one among many. */
    private static final int LIST_LENGTH = 131_072;

    /** A list is given up when half of it is used: a free place is then found in two tries. */
    private static final int MOST_USED = LIST_LENGTH / 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    StatusPlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Free places for the next awards of an organisation, whose awards are held meanwhile so that
     * none is given twice. A list is signed with the key of the credentials in it, so another key
     * begins another list.
     */
    List<StatusPlace> next(UUID organisation, UUID key, int count) {
        int list = list(organisation, key);
        var used = used(organisation, list);
        int taken = used.cardinality();
        var places = new ArrayList<StatusPlace>(count);
        while (places.size() < count) {
            if (taken >= MOST_USED) {
                list++;
                used.clear();
                taken = 0;
            }
            int index = RANDOM.nextInt(LIST_LENGTH);
            if (!used.get(index)) {
                used.set(index);
                taken++;
                places.add(new StatusPlace(list, index));
            }
        }
        return places;
    }

    /** The same for one award. */
    StatusPlace next(UUID organisation, UUID key) {
        return next(organisation, key, 1).getFirst();
    }

    private int list(UUID organisation, UUID key) {
        return jdbc.sql(
                        """
                        SELECT a.status_list, d.key_id
                        FROM award a JOIN signed_document d ON d.award_id = a.id
                        WHERE a.organisation_id = :id
                        ORDER BY a.status_list DESC LIMIT 1
                        """)
                .param("id", organisation)
                .query(
                        (row, n) ->
                                row.getObject("key_id", UUID.class).equals(key)
                                        ? row.getInt("status_list")
                                        : row.getInt("status_list") + 1)
                .optional()
                .orElse(0);
    }

    private BitSet used(UUID organisation, int list) {
        var used = new BitSet(LIST_LENGTH);
        jdbc.sql(
                        """
                        SELECT status_index FROM award
                        WHERE organisation_id = :id AND status_list = :list
                        """)
                .param("id", organisation)
                .param("list", list)
                .query(Integer.class)
                .list()
                .forEach(used::set);
        return used;
    }
}
