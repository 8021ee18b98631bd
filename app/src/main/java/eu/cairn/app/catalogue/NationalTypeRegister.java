package eu.cairn.app.catalogue;

import eu.cairn.app.account.Acting;
import eu.cairn.app.account.Identifiers;
import eu.cairn.app.journal.Journal;
import eu.cairn.app.web.NotThere;
import eu.cairn.framework.Country;
import eu.cairn.framework.Decided;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.NationalType;
import eu.cairn.framework.NationalTypeDraft;
import eu.cairn.framework.NationalTypeReader;
import eu.cairn.framework.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a national authority does with its register: a type is registered, and it is ended. */
@Component
public class NationalTypeRegister {

    private static final int LONGEST_REASON = 1000;

    private final NationalTypeStore store;
    private final Journal journal;
    private final Identifiers identifiers;
    private final Clock clock;

    NationalTypeRegister(
            NationalTypeStore store, Journal journal, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What the acting authority has registered, the newest first. */
    List<RegisteredType> of(Acting acting) {
        return store.of(acting);
    }

    /** What is registered for a country, in force or not. */
    List<RegisteredType> in(Country country) {
        return store.binding(country);
    }

    /** The types by which a body of a country is bound on the days on which they are in force. */
    public List<NationalType> types(Country country) {
        return in(country).stream().map(RegisteredType::type).toList();
    }

    /** Registers a type, or says everything that is wrong with it. */
    @Transactional
    public Decided<RegisteredType> register(Acting acting, NationalTypeDraft draft) {
        var authority = acting.organisation();
        return NationalTypeReader.read(
                        draft,
                        authority.country(),
                        authority.name(),
                        NationalFrameworks.published())
                .then(type -> register(acting, type));
    }

    private Decided<RegisteredType> register(Acting acting, NationalType type) {
        var id = identifiers.next();
        if (!store.add(acting, id, type, clock.instant())) {
            return Decided.refused(
                    Refusal.of(
                            "framework.type-code-taken",
                            "code",
                            type.code(),
                            type.country().code()));
        }
        note(acting, id, "national-type.registered", type.law().name());
        return Decided.accepted(store.get(acting, id).orElseThrow());
    }

    /**
     * Ends a type from a day on, once and with a reason; what was approved under it stays what it
     * was.
     *
     * @param from the first day on which it is no longer in force, ISO date; today at the earliest
     */
    @Transactional
    public Decided<RegisteredType> end(Acting acting, UUID id, String from, String reason) {
        var registered = store.get(acting, id).orElseThrow(NotThere::new);
        var day = NationalTypeReader.day(from);
        var refusals = new ArrayList<Refusal>();
        if (day.isEmpty()) {
            refusals.add(Refusal.of("framework.end-day-invalid", "from"));
        } else {
            refusals.addAll(outOfTime(registered, day.get(), acting.today(clock)));
        }
        if (reason.isBlank()) {
            refusals.add(Refusal.of("framework.reason-missing", "reason"));
        } else if (reason.strip().length() > LONGEST_REASON) {
            refusals.add(
                    Refusal.of(
                            "framework.text-too-long",
                            "reason",
                            reason.strip().length(),
                            LONGEST_REASON));
        }
        if (!refusals.isEmpty()) {
            return Decided.refused(refusals);
        }
        if (!store.end(acting, id, day.orElseThrow(), reason.strip(), clock.instant())) {
            return Decided.refused(Refusal.of("framework.type-ended-before", ""));
        }
        note(acting, id, "national-type.ended", reason.strip());
        return Decided.accepted(store.get(acting, id).orElseThrow());
    }

    private static List<Refusal> outOfTime(
            RegisteredType registered, LocalDate day, LocalDate today) {
        if (day.isBefore(today)) {
            return List.of(Refusal.of("framework.end-in-the-past", "from", day, today));
        }
        return registered
                .type()
                .validity()
                .to()
                .filter(day::isAfter)
                .filter(last -> registered.ended().isEmpty())
                .map(last -> Refusal.of("framework.end-without-effect", "from", last))
                .stream()
                .toList();
    }

    private void note(Acting acting, UUID id, String what, String words) {
        journal.append(
                Optional.of(acting.organisation().id()),
                acting.person().id(),
                what,
                id.toString(),
                words.getBytes(StandardCharsets.UTF_8));
    }
}
