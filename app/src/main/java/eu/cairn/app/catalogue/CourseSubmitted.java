package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.catalogue.CourseVersion;

/** A version was frozen and handed to review, in the transaction that still goes on. */
public record CourseSubmitted(Acting acting, CourseVersion version) {}
