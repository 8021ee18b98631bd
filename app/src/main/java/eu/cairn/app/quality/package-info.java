/** The quality officer's pages: submissions beside the criteria, findings, decisions. */
@NullMarked
package eu.cairn.app.quality;

import org.jspecify.annotations.NullMarked;
