package eu.cairn.app.portfolio;

import eu.cairn.stacking.RecognisedUnit;
import java.util.UUID;

/**
 * A recognition decision by which a credential enters a qualification.
 *
 * @param credential the URN of the credential
 * @param application what it was decided on
 * @param number the application's number, as people quote it
 */
public record Recognised(String credential, RecognisedUnit unit, UUID application, String number) {}
