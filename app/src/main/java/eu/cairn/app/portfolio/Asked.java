package eu.cairn.app.portfolio;

import java.util.UUID;

/**
 * An application for recognition by which a credential does not count.
 *
 * @param credential the URN of the credential
 * @param number as people quote it
 * @param open whether it is still to be decided
 */
public record Asked(String credential, UUID application, String number, boolean open) {}
