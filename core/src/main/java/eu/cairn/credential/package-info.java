/**
 * The micro-credential: one model with every element of the European standard (Council
 * Recommendation 2022/C 243/02, Annex I), whatever format it is written in.
 */
@NullMarked
package eu.cairn.credential;

import org.jspecify.annotations.NullMarked;
