package eu.cairn.app.web;

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
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits what anybody may ask for without an account, and how often a password may be guessed, by
 * the address of the client; and keeps the figures of the server from strangers. It stands before
 * the doors, so that what it refuses costs next to nothing.
 *
 * <p>The address is that of the connection; where a web server stands before this one, the one that
 * it names. Of IPv6 the first 64 bits count, since every customer has all others.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class PublicLimit extends OncePerRequestFilter {

    private static final double OF_BATCH = 10;
    private static final double OF_LINK = 2;
    private static final int BYTES_OF_NETWORK = 8;

    private final ErrorAnswers answers;
    private final Limits limits;
    private final TokenBuckets verifications;
    private final TokenBuckets wrongPasswords;

    PublicLimit(ErrorAnswers answers, Limits limits) {
        this.answers = answers;
        this.limits = limits;
        this.verifications = buckets(limits.verificationsPerMinute(), 2);
        this.wrongPasswords = buckets(limits.wrongPasswordsPerMinute(), 5);
    }

    private static TokenBuckets buckets(int perMinute, int atOnce) {
        return new TokenBuckets((double) perMinute * atOnce, perMinute / 60.0, System::nanoTime);
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
        if (request.getRequestURI().equals("/metrics") && !hasToken(request)) {
            answers.answer(request, response, HttpStatus.NOT_FOUND, "request.not-found");
            return;
        }
        boolean signsIn = signsIn(request);
        long wait =
                signsIn
                        ? wrongPasswords.empty(who)
                        : isSignedIn(request) ? 0 : verifications.take(who, price(request));
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
        if (signsIn && wasRefused(response)) {
            wrongPasswords.take(who, 1);
        }
    }

    /** Whether the request has a password with it. */
    private static boolean signsIn(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || (request.getMethod().equals("POST")
                        && request.getRequestURI().equals("/sign-in"));
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

    /** How many tokens a request costs: nothing where nothing is verified. */
    private static double price(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (request.getMethod().equals("POST")) {
            return switch (path) {
                case "/verify", "/api/v1/verifications" -> 1;
                case "/verify/batch", "/api/v1/verifications/batch" -> OF_BATCH;
                default -> 0;
            };
        }
        if (path.equals("/verify") && request.getQueryString() != null) {
            return OF_LINK;
        }
        return path.startsWith("/v/") ? 1 : 0;
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
