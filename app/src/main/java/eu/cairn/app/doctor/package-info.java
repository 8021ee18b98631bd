/** What is not right with an installation, and what to do about it. */
@NullMarked
package eu.cairn.app.doctor;

import org.jspecify.annotations.NullMarked;
