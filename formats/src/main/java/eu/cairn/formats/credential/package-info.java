/**
 * How a micro-credential is written down, signed, revoked and read back: Open Badges 3.0 over
 * Verifiable Credentials 2.0, with Data Integrity proofs and a Bitstring Status List.
 */
@NullMarked
package eu.cairn.formats.credential;

import org.jspecify.annotations.NullMarked;
