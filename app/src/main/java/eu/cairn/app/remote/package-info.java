/**
 * Other servers: a running Cairn, as a command uses it, and strangers, as a check must ask them.
 */
@NullMarked
package eu.cairn.app.remote;

import org.jspecify.annotations.NullMarked;
