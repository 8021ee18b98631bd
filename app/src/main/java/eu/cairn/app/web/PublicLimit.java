package eu.cairn.app.web;

import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.framework.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Limits what costly things anybody may ask for without an account, and how often a password may be
 * guessed, by the address of the client; and keeps the figures of the server from strangers. It
 * stands before the doors, so that what it refuses costs next to nothing.
 *
 * <p>The address is that of the connection; where a web server stands before this one, the one that
 * it names. Of IPv6 the first 64 bits count, since every customer has all others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class PublicLimit extends OncePerRequestFilter {

    private static final double OF_BATCH = 10;
    private static final double OF_LINK = 2;
    private static final double OF_SEARCH = 0.1;
    private static final int BYTES_OF_NETWORK = 8;

    /** Where a password in the header is looked at, whether there is a door or not. */
    private static final List<PathPattern> BASIC = patterns("/api/v1/**", "/interop/**");

    private static final List<PathPattern> FORM = patterns("/sign-in");
    private static final List<PathPattern> METRICS = patterns("/metrics");

    private final ErrorAnswers answers;
    private final Limits limits;
    private final TokenBuckets verifications;
    private final TokenBuckets wrongPasswords;

    PublicLimit(ErrorAnswers answers, Limits limits) {
        this.answers = answers;
        this.limits = limits;
        this.verifications = buckets(limits.verificationsPerMinute(), 2, OF_BATCH);
        this.wrongPasswords = buckets(limits.wrongPasswordsPerMinute(), 5, 1);
    }

    private static TokenBuckets buckets(int perMinute, int atOnce, double least) {
        return new TokenBuckets(
                Math.max(least, (double) perMinute * atOnce), perMinute / 60.0, System::nanoTime);
    }

    private static List<PathPattern> patterns(String... paths) {
        return Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = client(request);
        if (client.filter(InetAddress::isLoopbackAddress).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        var who = client.map(PublicLimit::network).orElse(""); // all without an address are one
        var path = PathContainer.parsePath(request.getRequestURI());
        if (isOneOf(METRICS, path) && !hasToken(request)) {
            answers.answer(request, response, HttpStatus.NOT_FOUND, "request.not-found");
            return;
        }
        boolean signsIn = signsIn(request, path);
        double price = signsIn || isSignedIn(request) ? 0 : price(request);
        long wait = signsIn ? wrongPasswords.take(who, 1) : verifications.take(who, price);
        if (wait > 0) {
            response.setHeader("Retry-After", String.valueOf(wait));
            answers.answer(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    Refusal.of(signsIn ? "access.too-many-tries" : "request.too-many", "", wait));
            return;
        }
        chain.doFilter(request, response);
        if (signsIn && !wasRefused(response)) {
            wrongPasswords.giveBack(who, 1);
        }
        if (price > 0 && price < OF_LINK && LinkFollowed.by(request)) {
            verifications.charge(who, OF_LINK - price);
        }
    }

    private static boolean isOneOf(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Whether the request has a password with it that is looked at. */
    private static boolean signsIn(HttpServletRequest request, PathContainer path) {
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return (header.strip().regionMatches(true, 0, "Basic", 0, 5) && isOneOf(BASIC, path))
                || (request.getMethod().equals("POST") && isOneOf(FORM, path));
    }

    private static boolean wasRefused(HttpServletResponse response) {
        return response.getStatus() == HttpStatus.UNAUTHORIZED.value()
                || Optional.ofNullable(response.getHeader("Location"))
                        .filter(to -> to.endsWith("/sign-in?refused"))
                        .isPresent();
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(
                                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        != null;
    }

    /** How many tokens a request costs: nothing where little is to be done. */
    private static double price(HttpServletRequest request) {
        return Doors.find(request.getMethod(), request.getRequestURI())
                .map(door -> price(door, request))
                .orElse(0.0);
    }

    private static double price(Door door, HttpServletRequest request) {
        var path = door.pattern().getPatternString();
        return switch (door.method() + " " + path) {
            case "POST /verify",
                    "POST /api/v1/verifications",
                    "POST /api/v1/verifications/report",
                    "POST /interop/vc-api/credentials/verify",
                    "POST /interop/vc-api/presentations/verify" ->
                    1.0;
            case "POST /verify/batch", "POST /api/v1/verifications/batch" -> OF_BATCH;
            case "GET /verify" -> request.getQueryString() == null ? 0.0 : OF_LINK;
            case "GET /catalogue", "GET /api/v1/catalogue/search" ->
                    request.getQueryString() == null ? 0.0 : OF_SEARCH;
            case "GET /catalogue/{organisation}/{code}/{number}/as/{format}",
                    "GET /api/v1/catalogue/{organisation}/{code}/{number}/as/{format}" ->
                    isPdf(door, request) ? 1.0 : 0.0;
            default ->
                    path.startsWith("/v/")
                                    || path.startsWith("/registers/")
                                    || path.startsWith("/api/v1/registers/")
                            ? 1.0
                            : 0.0;
        };
    }

    private static boolean isPdf(Door door, HttpServletRequest request) {
        var match =
                door.pattern().matchAndExtract(PathContainer.parsePath(request.getRequestURI()));
        return match != null && "pdf".equals(match.getUriVariables().get("format"));
    }

    private boolean hasToken(HttpServletRequest request) {
        var expected = "Bearer " + limits.metricsToken();
        var sent = String.valueOf(request.getHeader("Authorization"));
        return !limits.metricsToken().isBlank()
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        sent.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the client; empty where what a web server says of it is none. */
    private static Optional<InetAddress> client(HttpServletRequest request) {
        try {
            return Optional.of(InetAddress.ofLiteral(request.getRemoteAddr()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String network(InetAddress client) {
        var bytes = client.getAddress();
        return HexFormat.of()
                .formatHex(
                        bytes, 0, client instanceof Inet6Address ? BYTES_OF_NETWORK : bytes.length);
    }
}
