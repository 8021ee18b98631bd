package eu.cairn.credential;

/**
 * A skill of a public vocabulary that an outcome leads to.
 *
 * @param uri the identifier of the skill, such as one of ESCO
 * @param label the skill in words
 */
public record SkillLink(String uri, String label) {}
