/** The public verification: one verdict for page, API and command line. */
@NullMarked
package eu.cairn.app.verification;

import org.jspecify.annotations.NullMarked;
