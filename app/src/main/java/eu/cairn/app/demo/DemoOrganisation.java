package eu.cairn.app.demo;

import eu.cairn.framework.Country;

/**
 * An invented institution of the demo.
 *
 * @param key its name inside the demo, such as {@code borgofiume}
 */
public record DemoOrganisation(String key, String name, String city, Country country) {}
