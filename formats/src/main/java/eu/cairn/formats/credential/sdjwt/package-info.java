/** Micro-credentials for wallets: SD-JWT VC of the European wallet's micro-credential type. */
@NullMarked
package eu.cairn.formats.credential.sdjwt;

import org.jspecify.annotations.NullMarked;
