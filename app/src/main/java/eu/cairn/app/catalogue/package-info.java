/** The designer's workbench and the public catalogue. */
@NullMarked
package eu.cairn.app.catalogue;

import org.jspecify.annotations.NullMarked;
