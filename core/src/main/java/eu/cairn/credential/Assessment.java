package eu.cairn.credential;

import java.util.Optional;

/**
 * One assessment that the outcomes were proven by.
 *
 * @param title what it is called in its course
 * @param type its kind in the European vocabulary, where it is stated
 * @param weightPercent its share in the final result
 * @param supervision who watched, and whether identity was checked
 */
public record Assessment(
        String title,
        Optional<AssessmentType> type,
        Optional<Integer> weightPercent,
        Optional<Supervision> supervision) {}
