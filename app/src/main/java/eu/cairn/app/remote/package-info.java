/** A running server, as a command of another machine uses it: through its API. */
@NullMarked
package eu.cairn.app.remote;

import org.jspecify.annotations.NullMarked;
