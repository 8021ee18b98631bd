package eu.cairn.app.account;

import eu.cairn.framework.Country;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An organisation that designs, approves, awards or recognises.
 *
 * @param slug its name in addresses
 * @param name its name in law, in its own language
 * @param language BCP 47 tag of that language
 * @param place the town of its seat
 * @param url its public page
 * @param zone the zone in which it counts days
 * @param qualityBody the name under which it decides on quality
 */
public record Organisation(
        UUID id,
        String slug,
        String name,
        String language,
        Country country,
        String place,
        String url,
        ZoneId zone,
        String qualityBody,
        boolean demo) {}
