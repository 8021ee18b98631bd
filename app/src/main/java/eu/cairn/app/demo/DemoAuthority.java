package eu.cairn.app.demo;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.account.Organisation;
import eu.cairn.app.account.Role;
import eu.cairn.app.catalogue.NationalTypeRegister;
import eu.cairn.framework.Country;
import eu.cairn.framework.NationalTypeDraft;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** The national authority of the demo and the type that it has registered. All is invented. */
@Component
class DemoAuthority {

    static final String KEY = "valdoro-authority";

    private static final LocalDate REGISTERED = LocalDate.of(2024, 12, 2);

    private final AccountStore accounts;
    private final Identifiers identifiers;
    private final NationalTypeRegister register;

    DemoAuthority(AccountStore accounts, Identifiers identifiers, NationalTypeRegister register) {
        this.accounts = accounts;
        this.identifiers = identifiers;
        this.register = register;
    }

    void found() {
        accounts.add(
                new Organisation(
                        identifiers.next(),
                        KEY,
                        "Autorità di Valdoro per i titoli brevi",
                        "it",
                        new Country("IT"),
                        "Borgofiume",
                        "https://" + KEY + ".example",
                        ZoneId.of("Europe/Rome"),
                        "Autorità di Valdoro per i titoli brevi",
                        true));
    }

    void register() {
        var person = accounts.person(DemoPeople.AUTHORITY).orElseThrow();
        var organisation = accounts.organisation(KEY).orElseThrow();
        var acting = new Acting(person, organisation, Role.NATIONAL_AUTHORITY);
        DemoAwards.accepted(
                StoryClock.on(REGISTERED, () -> register.register(acting, universityType())));
    }

    private static NationalTypeDraft universityType() {
        return new NationalTypeDraft(
                "MC-UNI",
                "Microcredenziale universitaria",
                "it",
                "IT",
                "1",
                "30",
                List.of("6", "7", "8"),
                List.of(),
                "Decreto inventato 118/2024 (demo)",
                "https://" + KEY + ".example/decreti/118-2024",
                "2025-01-01",
                "");
    }
}
