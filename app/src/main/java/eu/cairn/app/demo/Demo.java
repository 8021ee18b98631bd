package eu.cairn.app.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this server shows the demo.
 *
 * @param on every page then says that it is a demo, and its people can be chosen without a password
 */
@ConfigurationProperties("cairn.demo")
public record Demo(boolean on) {}
