package eu.cairn.app.award;

/**
 * A place in the status lists of an organisation.
 *
 * @param list the number of the list, from 0
 * @param index the place in it, from 0
 */
record StatusPlace(int list, int index) {}
