/**
 * Short courses as their designers write them, and the frozen versions that are judged, offered and
 * certified.
 */
@NullMarked
package eu.cairn.catalogue;

import org.jspecify.annotations.NullMarked;
