package eu.cairn.app.catalogue;

/**
 * What a designer looks for to link an outcome with.
 *
 * @param outcome number of the outcome, from 1
 */
public record SkillQuestion(int outcome, String words) {

    /** Nothing is looked for. */
    static SkillQuestion none() {
        return new SkillQuestion(0, "");
    }
}
