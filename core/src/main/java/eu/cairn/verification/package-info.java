/**
 * Is this credential genuine? One verdict with every check that was made, and those that were not.
 */
@NullMarked
package eu.cairn.verification;

import org.jspecify.annotations.NullMarked;
