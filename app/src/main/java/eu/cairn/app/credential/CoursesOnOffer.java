package eu.cairn.app.credential;

import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.Level;
import eu.cairn.framework.Country;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.LearningHours;
import eu.cairn.framework.MultilingualText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
     * @param version of the course, from 1
     * @param language of teaching
     * @param prerequisites what is needed to enrol, in words
     * @param nextRun the next run that can still be joined, where one is announced
     */
    record OnOffer(
            String path,
            String organisation,
            String offeredBy,
            Country country,
            String code,
            int version,
            MultilingualText title,
            Ects credits,
            Level level,
            FieldOfEducation field,
            FormOfParticipation participation,
            Language language,
            LearningHours hours,
            Optional<String> prerequisites,
            Optional<Run> nextRun) {

        /** How requests name the course: {@code organisation/code}. */
        public String key() {
            return organisation + "/" + code;
        }
    }

    /** A run of a course, both days included. */
    record Run(LocalDate from, LocalDate to) {}
}
