package eu.cairn.stacking;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The facts of a credential while they are gathered, one after the other, into the credential. */
public final class HeldCredentialFacts {

    private final String id;
    private final Ects credits;
    private CredentialStatus status = CredentialStatus.VALID;
    private List<String> themes = List.of();
    private List<String> isced = List.of();
    private Optional<String> title = Optional.empty();
    private Optional<String> course = Optional.empty();
    private Optional<EqfLevel> level = Optional.empty();
    private Optional<String> issuer = Optional.empty();
    private Optional<String> issuerName = Optional.empty();
    private Optional<String> kind = Optional.empty();
    private Optional<Country> country = Optional.empty();
    private Optional<String> mode = Optional.empty();
    private Optional<String> award = Optional.empty();
    private Optional<LocalDate> awarded = Optional.empty();
    private Optional<LocalDate> expires = Optional.empty();
    private Optional<String> grade = Optional.empty();
    private Optional<String> qa = Optional.empty();
    private Optional<Recognition> recognition = Optional.empty();

    HeldCredentialFacts(String id, Ects credits) {
        this.id = id;
        this.credits = credits;
    }

    /** The facts of {@code credential}, to be changed in part. */
    static HeldCredentialFacts copy(HeldCredential credential) {
        var copy = new HeldCredentialFacts(credential.id(), credential.credits());
        copy.status = credential.status();
        copy.themes = credential.themes();
        copy.isced = credential.isced();
        copy.title = credential.title();
        copy.course = credential.course();
        copy.level = credential.level();
        copy.issuer = credential.issuer();
        copy.issuerName = credential.issuerName();
        copy.kind = credential.kind();
        copy.country = credential.country();
        copy.mode = credential.mode();
        copy.award = credential.award();
        copy.awarded = credential.awarded();
        copy.expires = credential.expires();
        copy.grade = credential.grade();
        copy.qa = credential.qa();
        copy.recognition = credential.recognition();
        return copy;
    }

    public HeldCredentialFacts status(CredentialStatus value) {
        status = value;
        return this;
    }

    public HeldCredentialFacts themes(List<String> values) {
        themes = values;
        return this;
    }

    public HeldCredentialFacts isced(List<String> values) {
        isced = values;
        return this;
    }

    public HeldCredentialFacts level(int value) {
        return level(new EqfLevel(value));
    }

    public HeldCredentialFacts title(String value) {
        title = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts course(String value) {
        course = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts level(EqfLevel value) {
        level = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts issuer(String value) {
        issuer = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts issuerName(String value) {
        issuerName = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts kind(String value) {
        kind = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts country(Country value) {
        country = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts mode(String value) {
        mode = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts award(String value) {
        award = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts awarded(LocalDate value) {
        awarded = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts expires(LocalDate value) {
        expires = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts grade(String value) {
        grade = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts qa(String value) {
        qa = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts recognition(Recognition value) {
        recognition = Optional.of(value);
        return this;
    }

    public HeldCredential credential() {
        return new HeldCredential(
                id,
                title,
                course,
                credits,
                level,
                themes,
                isced,
                issuer,
                issuerName,
                kind,
                country,
                mode,
                award,
                awarded,
                expires,
                grade,
                status,
                qa,
                recognition);
    }
}
