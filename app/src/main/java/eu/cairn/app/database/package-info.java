/** The embedded PostgreSQL server: the database of a demo, a test and a small installation. */
@NullMarked
package eu.cairn.app.database;

import org.jspecify.annotations.NullMarked;
