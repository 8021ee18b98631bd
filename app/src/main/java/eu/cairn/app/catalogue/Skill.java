package eu.cairn.app.catalogue;

/**
 * A skill of ESCO in one language.
 *
 * @param uri its identifier
 * @param label its preferred name
 * @param otherLabels further names, divided by line breaks
 * @param kind {@code knowledge} or {@code skill/competence}
 */
public record Skill(
        String uri, String label, String otherLabels, String kind, String description) {}
