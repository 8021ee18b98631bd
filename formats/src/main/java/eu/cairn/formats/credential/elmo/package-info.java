/**
 * Micro-credentials as ELMO 1.7, the XML of the EMREX network: written, sealed with an enveloped
 * signature, and read, alone and stacked.
 */
@NullMarked
package eu.cairn.formats.credential.elmo;

import org.jspecify.annotations.NullMarked;
