package eu.cairn.app.portfolio;

import eu.cairn.app.account.Person;
import eu.cairn.app.stacking.PublishedRulebook;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what learners chose, for each version of the rules by itself. */
@Repository
class ChoiceStore {

    private final JdbcClient jdbc;

    ChoiceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The version of a qualification's rules that choices are made in. */
    record Rules(String rulebook, String version) {
        static Rules of(PublishedRulebook rulebook) {
            return new Rules(rulebook.id(), rulebook.rules().version());
        }
    }

    /** Everything that a person chose, in the order of the short codes. */
    Map<Rules, List<Choice>> of(Person person) {
        var found = new HashMap<Rules, List<Choice>>();
        jdbc.sql(
                        """
                        SELECT c.rulebook_id, c.rulebook_version, a.short_code, c.requirement
                        FROM stacking_choice c JOIN award a ON a.id = c.award_id
                        WHERE c.account_id = :account ORDER BY a.short_code
                        """)
                .param("account", person.id())
                .query(
                        (RowCallbackHandler)
                                row ->
                                        RecognisedStore.add(
                                                found,
                                                new Rules(
                                                        row.getString("rulebook_id"),
                                                        row.getString("rulebook_version")),
                                                new Choice(
                                                        row.getString("short_code"),
                                                        Optional.ofNullable(
                                                                row.getString("requirement")))));
        return found;
    }

    /** Lets the changes of one person come one after the other, until the transaction ends. */
    void lock(Person person) {
        jdbc.sql("SELECT id FROM account WHERE id = :account FOR UPDATE")
                .param("account", person.id())
                .query()
                .singleRow();
    }

    /** Keeps these choices in place of those made before, those that stay with their day. */
    void replace(Person person, Rules rules, List<Choice> choices, Instant now) {
        var kept = of(person).getOrDefault(rules, List.of());
        for (var old : kept) {
            if (!choices.contains(old)) {
                jdbc.sql(
                                """
                                DELETE FROM stacking_choice c USING award a
                                WHERE a.id = c.award_id AND a.short_code = :code
                                      AND c.account_id = :account AND c.rulebook_id = :rulebook
                                      AND c.rulebook_version = :version
                                """)
                        .param("code", old.credential())
                        .param("account", person.id())
                        .param("rulebook", rules.rulebook())
                        .param("version", rules.version())
                        .update();
            }
        }
        for (var choice : choices) {
            if (!kept.contains(choice)) {
                jdbc.sql(
                                """
                                INSERT INTO stacking_choice (account_id, rulebook_id,
                                       rulebook_version, award_id, requirement, chosen_at)
                                SELECT :account, :rulebook, :version, id, :requirement, :at
                                FROM award WHERE short_code = :code
                                """)
                        .param("account", person.id())
                        .param("rulebook", rules.rulebook())
                        .param("version", rules.version())
                        .param("requirement", choice.requirement().orElse(null))
                        .param("at", Timestamp.from(now))
                        .param("code", choice.credential())
                        .update();
            }
        }
    }
}
