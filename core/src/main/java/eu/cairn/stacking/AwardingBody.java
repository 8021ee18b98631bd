package eu.cairn.stacking;

/**
 * The institution that awards a qualification.
 *
 * @param id the identifier by which credentials name it as issuer, such as {@code hei:lough-ree}
 * @param name its name for people; the identifier where no name is known
 */
public record AwardingBody(String id, String name) {}
