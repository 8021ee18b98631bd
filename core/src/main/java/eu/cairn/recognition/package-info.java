/**
 * Recognition of micro-credentials: applications, the five elements compared, decisions with
 * reasons (Lisbon Recognition Convention; European Area of Recognition manual).
 */
@NullMarked
package eu.cairn.recognition;

import org.jspecify.annotations.NullMarked;
