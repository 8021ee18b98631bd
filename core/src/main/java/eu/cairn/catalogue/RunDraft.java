package eu.cairn.catalogue;

/**
 * A run as it was typed: every field is text and may be empty or wrong.
 *
 * @param startsOn first day, ISO date
 * @param endsOn last day, ISO date
 * @param applyBy last day to apply, ISO date
 * @param places how many can take part, a whole number
 * @param where town and building, or the platform
 * @param price amount, a decimal; 0 where it costs nothing, empty where it is not stated
 * @param currency ISO 4217 code
 * @param funding which public funding it entitles to, in words
 * @param refunds who gets money back, when and how much, in words
 */
public record RunDraft(
        String startsOn,
        String endsOn,
        String applyBy,
        String places,
        String where,
        String price,
        String currency,
        String funding,
        String refunds) {

    /** Nothing was typed yet. */
    public static RunDraft empty() {
        return new RunDraft("", "", "", "", "", "", "EUR", "", "");
    }
}
