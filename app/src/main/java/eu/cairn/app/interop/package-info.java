/**
 * What the test suites of the W3C ask of an implementation, over HTTP (VC-API profile): issue,
 * verify and present, with keys of its own that vouch for nothing. Off unless the operator turns it
 * on.
 */
@NullMarked
package eu.cairn.app.interop;

import org.jspecify.annotations.NullMarked;
