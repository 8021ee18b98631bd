/**
 * Quality assurance of short courses: a submission laid beside a set of criteria, findings, and the
 * decision that alone makes an approved course.
 */
@NullMarked
package eu.cairn.quality;

import org.jspecify.annotations.NullMarked;
