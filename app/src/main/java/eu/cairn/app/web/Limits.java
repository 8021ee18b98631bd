package eu.cairn.app.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much an address of the network may ask for without an account. This machine itself is not
 * limited.
 *
 * @param verificationsPerMinute verifications; twice as many may come at once. A batch counts as
 *     ten, a link to elsewhere as two
 * @param wrongPasswordsPerMinute refused tries to sign in; five times as many may come at once
 * @param metricsToken with which {@code /metrics} is open to others than this machine; blank: to
 *     nobody else
 */
@ConfigurationProperties("cairn.limits")
record Limits(
        @DefaultValue("60") int verificationsPerMinute,
        @DefaultValue("4") int wrongPasswordsPerMinute,
        @DefaultValue("") String metricsToken) {

    Limits {
        if (verificationsPerMinute < 1 || wrongPasswordsPerMinute < 1) {
            throw new IllegalArgumentException("cairn.limits: at least 1 per minute");
        }
    }
}
