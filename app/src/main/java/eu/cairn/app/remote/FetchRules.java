package eu.cairn.app.remote;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which addresses of strangers may be asked at all.
 *
 * @param on whether anything is fetched
 * @param hosts the hosts that may be asked, each with those below it; none named: all
 * @param localHosts hosts with their ports ({@code host:port}) that may lie in this network and may
 *     be asked without encryption; with a path ({@code host:port/path}) only addresses that begin
 *     so; for tests and closed networks
 */
@ConfigurationProperties("cairn.fetch")
public record FetchRules(
        @DefaultValue("true") boolean on,
        @DefaultValue List<String> hosts,
        @DefaultValue List<String> localHosts) {

    private static final int HTTPS = 443;

    /** A name with a dot in it whose last part is no number, which a machine's address would be. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}");

    /** Names that are nobody's on the internet (RFC 6761, 6762, 8375, ICANN on internal). */
    private static final List<String> NOBODYS =
            List.of(
                    "example",
                    "invalid",
                    "test",
                    "localhost",
                    "local",
                    "internal",
                    "onion",
                    "alt",
                    "home.arpa");

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

    private static final int MAX_LENGTH = 2000;

    public FetchRules {
        hosts = hosts.stream().map(FetchRules::lower).toList();
        localHosts = localHosts.stream().map(FetchRules::lowerHost).toList();
    }

    /** Any public address. */
    public static FetchRules open() {
        return new FetchRules(true, List.of(), List.of());
    }

    public static FetchRules offline() {
        return new FetchRules(false, List.of(), List.of());
    }

    /**
     * The same settings as the server's: {@code CAIRN_FETCH_ON}, {@code _HOSTS}, {@code
     * _LOCALHOSTS}.
     */
    public static FetchRules of(Map<String, String> environment) {
        return new FetchRules(
                !lower(environment.getOrDefault("CAIRN_FETCH_ON", "true")).matches("off|false|no"),
                list(environment.getOrDefault("CAIRN_FETCH_HOSTS", "")),
                list(environment.getOrDefault("CAIRN_FETCH_LOCALHOSTS", "")));
    }

    /**
     * These rules, and that lists of whoever is trusted may lie on this machine.
     *
     * @param addressesOfTrusted the beginnings of the addresses of their lists
     */
    public FetchRules and(Collection<String> addressesOfTrusted) {
        var local = new ArrayList<>(localHosts);
        for (var address : addressesOfTrusted) {
            PublicWeb.parsed(address)
                    .filter(uri -> THIS_MACHINE.contains(host(uri)))
                    .ifPresent(
                            uri ->
                                    local.add(
                                            host(uri)
                                                    + ":"
                                                    + port(uri)
                                                    + Objects.toString(uri.getRawPath(), "")));
        }
        return new FetchRules(on, hosts, local);
    }

    boolean allow(URI address) {
        var host = host(address);
        if (!on
                || address.toString().length() > MAX_LENGTH
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            return false;
        }
        if (isLocal(address)) {
            return true;
        }
        return "https".equals(address.getScheme())
                && port(address) == HTTPS
                && NAME.matcher(host).matches()
                && NOBODYS.stream().noneMatch(nobodys -> isBelow(host, nobodys))
                && (hosts.isEmpty() || hosts.stream().anyMatch(named -> isBelow(host, named)));
    }

    /** Whether the address is one of those that may lie in this network. */
    boolean isLocal(URI address) {
        return List.of("https", "http").contains(String.valueOf(address.getScheme()))
                && localHosts.stream().anyMatch(local -> isOf(address, local));
    }

    private static boolean isOf(URI address, String local) {
        var server = host(address) + ":" + port(address);
        var path = Objects.toString(address.getRawPath(), "");
        return local.equals(server)
                || (local.startsWith(server + "/")
                        && (server + path).startsWith(local)
                        && address.normalize().equals(address)
                        && !path.contains("%"));
    }

    private static boolean isBelow(String host, String named) {
        return host.equals(named) || host.endsWith("." + named);
    }

    private static String host(URI address) {
        return lower(String.valueOf(address.getHost()));
    }

    private static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : "http".equals(address.getScheme()) ? 80 : HTTPS;
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(one -> !one.isBlank()).toList();
    }

    private static String lowerHost(String local) {
        int path = local.indexOf('/');
        return path < 0 ? lower(local) : lower(local.substring(0, path)) + local.substring(path);
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
