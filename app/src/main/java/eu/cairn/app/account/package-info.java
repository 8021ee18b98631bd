/** Who acts: accounts, organisations, roles, and which door is open to whom. */
@NullMarked
package eu.cairn.app.account;

import org.jspecify.annotations.NullMarked;
