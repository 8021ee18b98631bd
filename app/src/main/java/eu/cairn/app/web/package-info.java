/** What all pages and endpoints share: the frame, words, errors, security. */
@NullMarked
package eu.cairn.app.web;

import org.jspecify.annotations.NullMarked;
