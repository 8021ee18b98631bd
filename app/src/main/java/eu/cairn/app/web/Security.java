package eu.cairn.app.web;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Door;
import eu.cairn.app.account.Doors;
import eu.cairn.app.account.Person;
import eu.cairn.framework.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Who may pass which door: the list of {@link Doors}, and nothing else. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    UserDetailsService accounts(AccountStore accounts) {
        return email ->
                accounts.person(email)
                        .orElseThrow(() -> UsernameNotFoundException.fromUsername(email));
    }

    /** Requests are measured once, and not again in each filter that they pass. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The API: each request carries its credentials; no session, no cookie, so no CSRF token. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, JsonMapper json) throws Exception {
        return http.securityMatcher("/api/v1/**", "/interop/**")
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .httpBasic(
                        basic ->
                                basic.authenticationEntryPoint(
                                        (request, response, fault) -> unauthorised(response, json)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (request, response, fault) ->
                                                        unauthorised(response, json))
                                        .accessDeniedHandler(
                                                (request, response, fault) ->
                                                        problem(
                                                                response,
                                                                json,
                                                                leadsNowhere(request)
                                                                        ? HttpStatus.NOT_FOUND
                                                                        : HttpStatus.FORBIDDEN,
                                                                refusal(request, fault))))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(doors()))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, ErrorAnswers answers) throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .anyRequest()
                                        .access(doors()))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(signInOrNowhere(answers))
                                        .accessDeniedHandler(
                                                (request, response, fault) ->
                                                        answers.answer(
                                                                request,
                                                                response,
                                                                leadsNowhere(request)
                                                                        ? HttpStatus.NOT_FOUND
                                                                        : HttpStatus.FORBIDDEN,
                                                                refusal(request, fault))))
                .formLogin(
                        form ->
                                form.loginPage("/sign-in")
                                        .usernameParameter("email")
                                        .defaultSuccessUrl("/", false)
                                        .failureUrl("/sign-in?refused"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                csp -> csp.policyDirectives(CONTENT_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** An address without a door is nothing to be signed in for, or to be refused. */
    private static boolean leadsNowhere(HttpServletRequest request) {
        return Doors.find(request.getMethod(), request.getRequestURI()).isEmpty();
    }

    private static AuthenticationEntryPoint signInOrNowhere(ErrorAnswers answers) {
        var signIn = new LoginUrlAuthenticationEntryPoint("/sign-in");
        return (request, response, fault) -> {
            if (leadsNowhere(request)) {
                answers.answer(request, response, HttpStatus.NOT_FOUND, "request.not-found");
            } else {
                signIn.commence(request, response, fault);
            }
        };
    }

    private static String refusal(HttpServletRequest request, AccessDeniedException fault) {
        if (leadsNowhere(request)) {
            return "request.not-found";
        }
        return fault instanceof CsrfException ? "access.form-outdated" : "access.not-allowed";
    }

    private static AuthorizationManager<RequestAuthorizationContext> doors() {
        return (authentication, context) -> {
            var request = context.getRequest();
            var door = Doors.find(request.getMethod(), request.getRequestURI());
            if (door.isEmpty()) {
                return new AuthorizationDecision(false);
            }
            var who = authentication.get();
            boolean allowed =
                    switch (door.get().rule()) {
                        case Door.Rule.Open open -> true;
                        case Door.Rule.SignedIn signedIn ->
                                who != null && who.getPrincipal() instanceof Person;
                        case Door.Rule.InRole inRole ->
                                who != null
                                        && who.getPrincipal() instanceof Person person
                                        && inRole.roles().stream()
                                                .anyMatch(role -> person.as(role).isPresent());
                    };
            return new AuthorizationDecision(allowed);
        };
    }

    private static void unauthorised(HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Cairn\", charset=\"UTF-8\"");
        problem(response, json, HttpStatus.UNAUTHORIZED, "access.sign-in-first");
    }

    private static void problem(
            HttpServletResponse response, JsonMapper json, HttpStatus status, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        json.writeValueAsBytes(
                                Problems.problem(status, List.of(Refusal.of(code, "")))));
    }
}
