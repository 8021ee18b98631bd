@NullMarked
package eu.cairn.formats;

import org.jspecify.annotations.NullMarked;
