package eu.cairn.credential;

/**
 * A result on a stated scale.
 *
 * @param value the result as recorded, such as {@code 28/30} or {@code passed}
 * @param scale the scale in words, such as "0–30, pass from 18"
 */
public record Grade(String value, String scale) {}
