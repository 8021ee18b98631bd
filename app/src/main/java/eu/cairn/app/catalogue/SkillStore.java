package eu.cairn.app.catalogue;

import eu.cairn.framework.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the skills of ESCO that were imported. */
@Repository
public class SkillStore {

    private final JdbcClient jdbc;

    SkillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(Language language) {
        return jdbc.sql("SELECT count(*) FROM skill WHERE language = :language")
                .param("language", language.tag())
                .query(Integer.class)
                .single();
    }

    /** Skills whose names hold all words, the shortest names first. */
    List<Skill> find(List<String> words, Language language, int most) {
        var pattern = words.stream().collect(Collectors.joining("%", "%", "%"));
        return jdbc.sql(
                        """
                        SELECT uri, label, other_labels, kind, description FROM skill
                        WHERE language = :language AND words LIKE ALL (:patterns)
                        ORDER BY lower(label) NOT LIKE lower(:whole), length(label), label
                        LIMIT :most
                        """)
                .param("language", language.tag())
                .param("patterns", words.stream().map(w -> "%" + w + "%").toArray(String[]::new))
                .param("whole", pattern)
                .param("most", most)
                .query(
                        (row, n) ->
                                new Skill(
                                        row.getString("uri"),
                                        row.getString("label"),
                                        row.getString("other_labels"),
                                        row.getString("kind"),
                                        row.getString("description")))
                .list();
    }

    /** The names of the skills that are known here, in English where it has one. */
    Map<String, String> labels(Collection<String> uris) {
        var labels = new HashMap<String, String>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (uri) uri, label FROM skill
                        WHERE uri = ANY(:uris) ORDER BY uri, language <> 'en', language
                        """)
                .param("uris", uris.toArray(String[]::new))
                .query(
                        row -> {
                            labels.put(row.getString("uri"), row.getString("label"));
                        });
        return labels;
    }

    void clear(Language language) {
        jdbc.sql("DELETE FROM skill WHERE language = :language")
                .param("language", language.tag())
                .update();
    }

    void add(Language language, Skill skill, String words) {
        jdbc.sql(
                        """
                        INSERT INTO skill (uri, language, label, other_labels, kind, description,
                                           words)
                        VALUES (:uri, :language, :label, :others, :kind, :description, :words)
                        """)
                .param("uri", skill.uri())
                .param("language", language.tag())
                .param("label", skill.label())
                .param("others", skill.otherLabels())
                .param("kind", skill.kind())
                .param("description", skill.description())
                .param("words", words)
                .update();
    }
}
