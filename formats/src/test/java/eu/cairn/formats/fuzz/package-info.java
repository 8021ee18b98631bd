/** Readers given what nobody would write, found by Jazzer. */
@NullMarked
package eu.cairn.formats.fuzz;

import org.jspecify.annotations.NullMarked;
