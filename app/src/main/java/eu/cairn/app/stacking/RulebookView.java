package eu.cairn.app.stacking;

import eu.cairn.app.account.Organisation;
import eu.cairn.framework.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the workbench of a rulebook shows.
 *
 * @param content the text as it was typed, saved or not
 * @param sentences what it says, if it can be read
 * @param obstacles why it cannot be published as it is
 * @param refusals why what was asked for last was not done
 * @param window the name of this open page
 * @param outcome what would change for learners, where that was asked
 */
public record RulebookView(
        RulebookDraft draft,
        Organisation organisation,
        String content,
        RulebookCheck check,
        Optional<RuleSentences> sentences,
        List<Refusal> obstacles,
        List<Refusal> refusals,
        String window,
        Optional<WhatIf.Outcome> outcome) {

    private static final int FEWEST_LINES = 24;

    public RulebookView {
        obstacles = List.copyOf(obstacles);
        refusals = List.copyOf(refusals);
    }

    RulebookView with(Optional<WhatIf.Outcome> found) {
        return new RulebookView(
                draft, organisation, content, check, sentences, obstacles, refusals, window, found);
    }

    public String title() {
        return check.rulebook().map(rules -> rules.title()).orElse("a draft");
    }

    public boolean readable() {
        return check.rulebook().isPresent();
    }

    public List<RulebookCheck.Finding> findings() {
        return check.findings();
    }

    public List<RulebookCheck.Finding> warnings() {
        return check.warnings();
    }

    /** One line number of the text, and whether something is wrong there. */
    public record Line(int number, boolean wrong) {}

    public List<Line> lines() {
        int last = Math.max(FEWEST_LINES, (int) content.lines().count() + 2);
        var lines = new ArrayList<Line>();
        for (int number = 1; number <= last; number++) {
            int here = number;
            lines.add(new Line(number, findings().stream().anyMatch(it -> it.line() == here)));
        }
        return lines;
    }

    /** What stands in the way of publishing, in words. */
    public List<String> obstacleWords() {
        return obstacles.stream().map(AuditWords.english()::refusal).toList();
    }
}
