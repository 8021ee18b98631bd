package eu.cairn.credential;

import eu.cairn.framework.Country;
import java.util.Optional;

/**
 * The organisation that awards a micro-credential and answers for it.
 *
 * @param id what credentials name it by: the identifier of its signing key ({@code did:key:…})
 * @param legalName the name in law, in the organisation's own language
 * @param country the country whose law it acts under, where it is stated
 * @param place the town of its seat, where it is stated
 * @param url its public page
 */
public record AwardingBody(
        String id,
        String legalName,
        Optional<Country> country,
        Optional<String> place,
        Optional<String> url) {}
