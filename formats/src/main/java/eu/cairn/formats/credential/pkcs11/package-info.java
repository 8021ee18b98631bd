/** Keys that live in a token, such as a hardware security module (PKCS #11). */
@NullMarked
package eu.cairn.formats.credential.pkcs11;

import org.jspecify.annotations.NullMarked;
