package eu.cairn.credential;

import eu.cairn.framework.MultilingualText;
import java.util.List;

/**
 * What the holder is able to do after the learning.
 *
 * @param code short label within its course, such as {@code LO1}
 * @param text the sentence after "on completion, the learner is able to"
 * @param skills what it leads to in public vocabularies of skills
 */
public record LearningOutcome(String code, MultilingualText text, List<SkillLink> skills) {

    public LearningOutcome {
        skills = List.copyOf(skills);
    }

    public LearningOutcome(String code, MultilingualText text) {
        this(code, text, List.of());
    }
}
