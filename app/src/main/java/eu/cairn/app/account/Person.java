package eu.cairn.app.account;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who has signed in, with everything they may act as. */
public final class Person implements UserDetails {

    @Serial private static final long serialVersionUID = 1;

    private final UUID id;
    private final String email;
    private final String fullName;
    private final String passwordHash;
    private final transient List<Membership> memberships;

    Person(
            UUID id,
            String email,
            String fullName,
            String passwordHash,
            List<Membership> memberships) {
        this.id = id;
        this.email = email;
        this.fullName = fullName;
        this.passwordHash = passwordHash;
        this.memberships = List.copyOf(memberships);
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String fullName() {
        return fullName;
    }

    public List<Membership> memberships() {
        return memberships;
    }

    /** The first organisation that this person acts for in a role. */
    public Optional<Membership> as(Role role) {
        return memberships.stream().filter(m -> m.role() == role).findFirst();
    }

    /** The organisation of this name that this person acts for in a role. */
    public Optional<Membership> as(Role role, String organisation) {
        return memberships.stream()
                .filter(m -> m.role() == role && m.organisation().slug().equals(organisation))
                .findFirst();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }
}
