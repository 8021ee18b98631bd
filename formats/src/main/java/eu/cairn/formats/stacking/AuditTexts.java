package eu.cairn.formats.stacking;

import eu.cairn.stacking.Audit.LowerBound;
import eu.cairn.stacking.Limit;
import eu.cairn.stacking.Reason;
import eu.cairn.stacking.Requirement;

/** The sentences for people that go with the codes of an audit, in some language. */
public interface AuditTexts {

    String requirement(Requirement requirement);

    String limit(Limit limit);

    String reason(Reason reason);

    String bound(LowerBound bound);
}
