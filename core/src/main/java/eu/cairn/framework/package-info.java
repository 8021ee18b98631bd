/**
 * Levels and their national counterparts, credits and hours, fields of education, quality criteria:
 * what every other context is measured against.
 */
@NullMarked
package eu.cairn.framework;

import org.jspecify.annotations.NullMarked;
