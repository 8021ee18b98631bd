package eu.cairn.app.demo;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.recognition.UnitStore;
import eu.cairn.app.stacking.RulebookStore;
import eu.cairn.framework.Decided;
import eu.cairn.stacking.Rulebook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The qualifications of the demo: their rulebooks are files beside this class. */
@Component
class DemoRules {

    static final String STACK = "joint-sustainability-10";
    static final String RECOGNISING = "sustainable-transition-18";

    private static final Map<String, String> RULEBOOKS =
            Map.of(
                    STACK,
                    "kallavesi",
                    "teaching-certificate-30",
                    "lough-ree",
                    RECOGNISING,
                    "emajoe");

    private final AccountStore accounts;
    private final RulebookStore rulebooks;
    private final UnitStore units;

    DemoRules(AccountStore accounts, RulebookStore rulebooks, UnitStore units) {
        this.accounts = accounts;
        this.rulebooks = rulebooks;
        this.units = units;
    }

    void publish(Instant now) {
        RULEBOOKS.forEach((id, organisation) -> publish(id, organisation, now));
    }

    private void publish(String id, String organisation, Instant now) {
        var published =
                rulebooks.publish(
                        accounts.organisation(organisation).orElseThrow(), file(id + ".yaml"), now);
        switch (published) {
            case Decided.Accepted<Rulebook> rulebook -> {
                if (id.equals(RECOGNISING)) {
                    units.publish(rulebook.value(), file(id + ".units.yaml"));
                }
            }
            case Decided.Refused<Rulebook> refused ->
                    throw new IllegalStateException("a rulebook of the demo: " + refused.reasons());
        }
    }

    private static String file(String name) {
        try (var file = DemoRules.class.getResourceAsStream("rulebooks/" + name)) {
            if (file == null) {
                throw new IllegalStateException("not in the build: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
