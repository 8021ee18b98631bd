/** Records of the quality assurance of institutions and courses, read from registers of others. */
@NullMarked
package eu.cairn.formats.credential.quality;

import org.jspecify.annotations.NullMarked;
