/** How rulebooks, facts of credentials and audits are written down. */
@NullMarked
package eu.cairn.formats.stacking;

import org.jspecify.annotations.NullMarked;
