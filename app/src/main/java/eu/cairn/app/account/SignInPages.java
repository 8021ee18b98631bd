package eu.cairn.app.account;

import eu.cairn.app.demo.Demo;
import eu.cairn.app.demo.DemoWorld;
import eu.cairn.app.web.Html;
import eu.cairn.app.web.NotThere;
import eu.cairn.app.web.Page;
import eu.cairn.app.web.SeeOther;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page, signing in, and in the demo being one of its people. */
@Controller
class SignInPages {

    private final AccountStore accounts;
    private final Demo demo;
    private final DemoWorld world;
    private final HttpSessionSecurityContextRepository sessions =
            new HttpSessionSecurityContextRepository();

    SignInPages(AccountStore accounts, Demo demo, DemoWorld world) {
        this.accounts = accounts;
        this.demo = demo;
        this.world = world;
    }

    @GetMapping("/")
    Object home(Page page) {
        if (page.person().isPresent()) {
            return SeeOther.at(page.nav().getFirst().href());
        }
        return Html.ok(
                Html.PAGES.home(
                        page.titled("Micro-credentials"),
                        demo.on() ? Optional.of(world.links()) : Optional.empty()));
    }

    @GetMapping("/sign-in")
    Html signIn(Page page, @RequestParam Optional<String> refused) {
        return Html.ok(
                Html.PAGES.signIn(
                        page.titled("Sign in"),
                        demo.on() ? world.links().people() : List.of(),
                        refused.isPresent()));
    }

    /** Only in the demo, and only its invented people: no password is asked for. */
    @PostMapping("/sign-in/as")
    ResponseEntity<Void> be(
            @RequestParam String email, HttpServletRequest request, HttpServletResponse response) {
        if (!demo.on()) {
            throw new NotThere();
        }
        var person =
                accounts.demoPeople().stream()
                        .filter(one -> one.email().equals(email))
                        .findFirst()
                        .orElseThrow(NotThere::new);
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        return SeeOther.at("/");
    }
}
