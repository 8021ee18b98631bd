/** Short courses on screen: their words, pages and commands. */
@NullMarked
package eu.cairn.app.catalogue;

import org.jspecify.annotations.NullMarked;
