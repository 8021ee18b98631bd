package eu.cairn.formats.stacking;

import eu.cairn.stacking.NotPlanned;

/** The sentences for people that go with the codes of plans and of their audits. */
public interface PlanTexts extends AuditTexts {

    String notPlanned(NotPlanned reason);
}
