/** The demo: invented people and institutions, real courses, every state there is. */
@NullMarked
package eu.cairn.app.demo;

import org.jspecify.annotations.NullMarked;
