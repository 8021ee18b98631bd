package eu.cairn.app.credential;

import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Level;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.MultilingualText;
import java.util.List;

/** Where learners find what they could earn a credential for. */
public interface CoursesOnOffer {

    /** Everything that is on offer now. */
    List<OnOffer> published();

    /**
     * A published course, by what its credential would state.
     *
     * @param path its page
     * @param organisation who offers it: the name in addresses
     * @param offeredBy who offers it: the name in law
     */
    record OnOffer(
            String path,
            String organisation,
            String offeredBy,
            Country country,
            String code,
            MultilingualText title,
            Ects credits,
            Level level,
            FieldOfEducation field,
            FormOfParticipation participation) {}
}
