package eu.cairn.app.credential;

import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;

/** What the lists of status say. */
interface ListedPlaces {

    /**
     * The places of the credentials in one list.
     *
     * @param key the key of the credentials, and so of the list
     * @param suspended what is revoked is not among them
     */
    record Places(UUID key, BitSet revoked, BitSet suspended) {}

    /** The places of an organisation's list, if it has that list. */
    Optional<Places> ofCredentials(String organisation, int list);

    /** The same of accreditations, none of which is suspended. */
    Optional<Places> ofAccreditations(String organisation, int list);
}
