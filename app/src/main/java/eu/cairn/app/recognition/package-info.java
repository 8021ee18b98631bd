/** Applications for recognition, and the officer's decisions. */
@NullMarked
package eu.cairn.app.recognition;

import org.jspecify.annotations.NullMarked;
