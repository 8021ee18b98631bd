package eu.cairn.app.portfolio;

import eu.cairn.app.stacking.PlanOptions;
import eu.cairn.stacking.PlanAnswer;

/** The ways from a stack to its qualification, with the courses that are published here. */
record Ahead(Stack stack, PlanOptions.Asked asked, CourseOffers courses, PlanAnswer answer) {}
