/** Short courses as other institutions publish them, read into drafts. */
@NullMarked
package eu.cairn.formats.catalogue;

import org.jspecify.annotations.NullMarked;
