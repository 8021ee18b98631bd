package eu.cairn.formats.verification;

import java.util.Optional;

/**
 * Where the documents behind identifiers that rest on a host name are had from. Whether and how an
 * address is asked is the policy of the implementation.
 */
@FunctionalInterface
public interface IdentityDocuments {

    /**
     * The document at {@code address}; empty if it is not to be had now, or not to be asked for.
     */
    Optional<Published> at(String address);

    /** No document can be reached. */
    static IdentityDocuments unreachable() {
        return address -> Optional.empty();
    }
}
