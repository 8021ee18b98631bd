package eu.cairn.app.recognition;

import eu.cairn.app.portfolio.Holding;
import eu.cairn.app.stacking.PublishedRulebook;
import eu.cairn.app.web.Words;
import eu.cairn.framework.Refusal;
import java.util.List;

/** What the page shows on which a learner asks for recognition. */
public record AskView(
        Holding holding,
        PublishedRulebook rulebook,
        List<UnitStore.Target> units,
        Applications.Request request,
        List<Refusal> refusals) {

    public AskView {
        units = List.copyOf(units);
        refusals = List.copyOf(refusals);
    }

    public List<String> faults(String place) {
        return refusals.stream().filter(r -> r.place().equals(place)).map(Words::of).toList();
    }
}
