@NullMarked
package eu.cairn.app;

import org.jspecify.annotations.NullMarked;
