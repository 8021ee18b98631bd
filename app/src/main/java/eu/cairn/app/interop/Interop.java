package eu.cairn.app.interop;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this server answers the test suites ({@code CAIRN_INTEROP=true}).
 *
 * @param interop anybody may then have anything signed with the demo keys of the profile
 */
@ConfigurationProperties("cairn")
public record Interop(boolean interop) {}
