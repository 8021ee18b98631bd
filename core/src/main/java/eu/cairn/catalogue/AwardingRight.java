package eu.cairn.catalogue;

import eu.cairn.framework.EqfLevel;
import eu.cairn.framework.Validity;

/**
 * What an organisation may award by itself.
 *
 * @param upTo the highest level
 * @param basis the law, licence or accreditation that gives the right, in words
 * @param validity the days on which it has the right
 */
public record AwardingRight(EqfLevel upTo, String basis, Validity validity) {

    public boolean covers(EqfLevel level) {
        return level.compareTo(upTo) <= 0;
    }
}
