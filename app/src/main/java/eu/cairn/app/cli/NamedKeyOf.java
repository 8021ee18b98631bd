package eu.cairn.app.cli;

import eu.cairn.app.account.AccountStore;
import eu.cairn.app.credential.Keys;
import java.util.Optional;

/** The key that is meant by a name at the terminal. */
final class NamedKeyOf {

    private NamedKeyOf() {}

    /** The key with this identifier, or the one that the organisation of this name signs with. */
    static Optional<Keys.Key> named(OpenHome home, String name) {
        var keys = home.bean(Keys.class);
        return keys.named(name)
                .or(() -> home.bean(AccountStore.class).organisation(name).flatMap(keys::current));
    }
}
