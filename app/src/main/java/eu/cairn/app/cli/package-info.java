/** The command line: each command calls what the pages and the API call. */
@NullMarked
package eu.cairn.app.cli;

import org.jspecify.annotations.NullMarked;
