package eu.cairn.framework;

/**
 * A field of education and training (ISCED-F 2013, UNESCO Institute for Statistics).
 *
 * @param code two, three or four digits: broad, narrow or detailed
 * @param label its English title
 */
public record FieldOfEducation(String code, String label) {

    public FieldOfEducation {
        if (!code.matches("\\d{2,4}")) {
            throw new IllegalArgumentException("not an ISCED-F code: " + code);
        }
    }

    /** The identifier of this field in the EU controlled vocabulary. */
    public String uri() {
        return "http://data.europa.eu/snb/isced-f/" + code;
    }
}
