/** Open Badges inside pictures and paper: baked into PNG and SVG, attached to a PDF certificate. */
@NullMarked
package eu.cairn.formats.credential.badge;

import org.jspecify.annotations.NullMarked;
