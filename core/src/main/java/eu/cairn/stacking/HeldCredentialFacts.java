package eu.cairn.stacking;

import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.EqfLevel;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers the facts of a credential; what is not said stays unknown. */
public final class HeldCredentialFacts {

    private final String id;
    private Ects credits;
    private CredentialStatus status = CredentialStatus.VALID;
    private Optional<String> title = Optional.empty();
    private Optional<String> issuerName = Optional.empty();
    private Optional<LocalDate> awarded = Optional.empty();
    private Optional<LocalDate> revalidated = Optional.empty();
    private Optional<LocalDate> expires = Optional.empty();
    private final Map<Fact, List<String>> facts = new EnumMap<>(Fact.class);

    HeldCredentialFacts(String id, Ects credits) {
        this.id = id;
        this.credits = credits;
    }

    /** The facts of {@code credential}, to be changed in part. */
    public static HeldCredentialFacts copy(HeldCredential credential) {
        var copy = new HeldCredentialFacts(credential.id(), credential.credits());
        copy.status = credential.status();
        copy.title = credential.title();
        copy.issuerName = credential.issuerName();
        copy.awarded = credential.awarded();
        copy.revalidated = credential.revalidated();
        copy.expires = credential.expires();
        copy.facts.putAll(credential.facts());
        return copy;
    }

    /** States {@code values} for {@code fact}; no values say that nothing is known of it. */
    public HeldCredentialFacts with(Fact fact, List<String> values) {
        facts.put(fact, values);
        return this;
    }

    public HeldCredentialFacts with(Fact fact, String value) {
        return with(fact, List.of(value));
    }

    public HeldCredentialFacts credits(Ects value) {
        credits = value;
        return this;
    }

    public HeldCredentialFacts status(CredentialStatus value) {
        status = value;
        return this;
    }

    public HeldCredentialFacts title(String value) {
        title = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts issuerName(String value) {
        issuerName = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts awarded(LocalDate value) {
        awarded = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts revalidated(LocalDate value) {
        revalidated = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts expires(LocalDate value) {
        expires = Optional.of(value);
        return this;
    }

    public HeldCredentialFacts themes(List<String> values) {
        return with(Fact.THEME, values);
    }

    public HeldCredentialFacts isced(List<String> values) {
        return with(Fact.ISCED, values);
    }

    public HeldCredentialFacts level(int value) {
        return level(new EqfLevel(value));
    }

    public HeldCredentialFacts level(EqfLevel value) {
        return with(Fact.LEVEL, String.valueOf(value.level()));
    }

    public HeldCredentialFacts course(String value) {
        return with(Fact.COURSE, value);
    }

    /** States a course that this credential stands for; it certifies no version of that one. */
    HeldCredentialFacts standsFor(String course) {
        return course(course).with(Fact.VERSION, List.of());
    }

    public HeldCredentialFacts issuer(String value) {
        return with(Fact.ISSUER, value);
    }

    public HeldCredentialFacts kind(String value) {
        return with(Fact.KIND, value);
    }

    public HeldCredentialFacts country(Country value) {
        return with(Fact.COUNTRY, value.code());
    }

    public HeldCredentialFacts mode(String value) {
        return with(Fact.MODE, value);
    }

    public HeldCredentialFacts award(String value) {
        return with(Fact.AWARD, value);
    }

    public HeldCredentialFacts grade(String value) {
        return with(Fact.GRADE, value);
    }

    public HeldCredentialFacts qa(String value) {
        return with(Fact.QA, value);
    }

    public HeldCredentialFacts recognition(Recognition value) {
        return with(Fact.RECOGNITION, value.code());
    }

    public HeldCredential credential() {
        return new HeldCredential(
                id, title, issuerName, credits, status, awarded, revalidated, expires, facts);
    }
}
