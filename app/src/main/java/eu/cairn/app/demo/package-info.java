/** The demo: invented institutions and people, and courses made from published ones. */
@NullMarked
package eu.cairn.app.demo;

import org.jspecify.annotations.NullMarked;
