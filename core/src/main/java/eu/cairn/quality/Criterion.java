package eu.cairn.quality;

/**
 * One question that a review answers.
 *
 * @param id stable within its set
 * @param esg2015 the standard of the ESG 2015 that it serves
 * @param esg2027 the standard of the draft of July 2026 for the ESG 2027 that it serves
 * @param title a short statement that is true when the criterion is met
 * @param question what the reviewer asks
 */
public record Criterion(String id, String esg2015, String esg2027, String title, String question) {}
