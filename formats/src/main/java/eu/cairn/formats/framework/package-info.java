/** The values of the framework, and records made of them, written as JSON. */
@NullMarked
package eu.cairn.formats.framework;

import org.jspecify.annotations.NullMarked;
