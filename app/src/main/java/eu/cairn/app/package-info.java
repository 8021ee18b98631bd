/** Where things are kept and shown: SQL, HTTP, HTML, the command line. */
@NullMarked
package eu.cairn.app;

import org.jspecify.annotations.NullMarked;
