package eu.cairn.catalogue;

import eu.cairn.credential.FormOfParticipation;
import eu.cairn.credential.FormalStatus;
import eu.cairn.credential.Level;
import eu.cairn.framework.Admissions;
import eu.cairn.framework.Ects;
import eu.cairn.framework.FieldOfEducation;
import eu.cairn.framework.FieldsOfEducation;
import eu.cairn.framework.Language;
import eu.cairn.framework.MultilingualText;
import eu.cairn.framework.NationalFrameworks;
import eu.cairn.framework.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a typed draft into a complete design and keeps every fault and hint met on the way. */
final class DesignReader {

    private static final int LONGEST_TITLE = 200;
    private static final Ects LARGEST = Ects.of(60);

    private final CourseDraft draft;
    private final Offerer offerer;
    private final LocalDate day;
    private final TypedFields fields = new TypedFields();
    private final LevelReader level;
    private final TeachingReader teaching;
    private final TermsReader terms;
    private final OutcomeReader learning;
    private final PlanReader plan;
    private final TimeReader time;
    private final ChoiceReader choices;
    private final Neighbours neighbours;

    DesignReader(
            CourseDraft draft,
            Offerer offerer,
            NationalFrameworks frameworks,
            LocalDate day,
            Neighbours neighbours) {
        this.draft = draft;
        this.offerer = offerer;
        this.day = day;
        this.level = new LevelReader(draft, offerer, frameworks, day, fields);
        this.teaching = new TeachingReader(draft, fields);
        this.learning = new OutcomeReader(draft, fields);
        this.terms = new TermsReader(draft.terms(), fields, neighbours);
        this.plan = new PlanReader(draft.plan(), fields, neighbours, day);
        this.time = new TimeReader(draft, offerer, day, fields);
        this.choices = new ChoiceReader(draft, fields, neighbours);
        this.neighbours = neighbours;
    }

    List<Refusal> faults() {
        return fields.faults();
    }

    List<Refusal> hints() {
        return fields.hints();
    }

    Optional<CourseDesign> read() {
        var language = language();
        var code = code();
        var title = title(language);
        var credits = credits();
        var claimed = level.read();
        if (credits.isPresent() && claimed.isPresent()) {
            nationalTypes(credits.get(), claimed.get());
        }
        var field = field();
        var participation =
                fields.choice("participation", draft.participation(), FormOfParticipation::ofCode);
        var status = fields.choice("formalStatus", draft.formalStatus(), FormalStatus::ofCode);
        var need = fields.text("need", draft.need(), true);
        var relevance = plan.relevance();
        var place = plan.place();
        var prerequisites = fields.text("prerequisites", draft.prerequisites(), false);
        var stackability = fields.text("stackability", draft.stackability(), false);
        var grading = fields.text("gradingScale", draft.gradingScale(), true);
        var run = run();
        var source = source();
        var stated = terms.read();
        var grounds = plan.level();
        var outcomes = learning.outcomes(language);
        var aims = learning.aims();
        claimed.flatMap(Level::eqf).ifPresent(learning::against);
        var activities = teaching.activities();
        var tasks = teaching.tasks();
        teaching.alignment();
        new Proportion(draft, fields).read();
        var reckoned = time.read();
        reported();
        var chosen = choices.read();
        answers();
        if (!fields.faults().isEmpty()) {
            return Optional.empty();
        }
        var design =
                new CourseDesign(
                        code.orElseThrow(),
                        title.orElseThrow(),
                        language.orElseThrow(),
                        credits.orElseThrow(),
                        claimed.orElseThrow(),
                        field.orElseThrow(),
                        participation.orElseThrow(),
                        prerequisites,
                        status.orElseThrow(),
                        stackability,
                        need.orElseThrow(),
                        run,
                        grading.orElseThrow(),
                        source,
                        stated,
                        outcomes,
                        activities,
                        tasks,
                        aims,
                        List.of(),
                        new CoursePlan(relevance, place, grounds, reckoned, chosen));
        return Optional.of(placed(design).with(remarks()));
    }

    /** What learners reported of earlier runs is a hint: only the designer knows what to change. */
    private void reported() {
        var planned = WorkloadSum.of(draft, offerer.country()).total();
        for (var one : neighbours.reported(draft.code().strip()).findings(planned)) {
            fields.hint(one.place(), one.code(), one.parameters().toArray());
        }
    }

    /** The design with the requirements that take it in each of the programmes it is part of. */
    private CourseDesign placed(CourseDesign design) {
        var programmes = new ArrayList<CoursePlan.Programme>();
        for (var one : design.plan().place().programmes()) {
            var requirements = neighbours.requirements(one.qualification(), design);
            if (requirements.isEmpty()) {
                fields.hint("programmes", "catalogue.programme-takes-nothing", one.title());
            }
            programmes.add(
                    new CoursePlan.Programme(
                            one.qualification(), one.title(), one.awardedBy(), requirements));
        }
        return design.with(
                design.plan()
                        .with(
                                new CoursePlan.Place(
                                        design.plan().place().legalStatus(), programmes)));
    }

    private void answers() {
        for (int i = 0; i < draft.answers().size(); i++) {
            fields.text("answers[" + (i + 1) + "]", draft.answers().get(i).reason(), false);
        }
    }

    private List<CourseDesign.Remark> remarks() {
        return fields.hints().stream()
                .map(hint -> new CourseDesign.Remark(hint, DesignReview.answer(draft, hint)))
                .toList();
    }

    private Optional<String> code() {
        var code = draft.code().strip();
        if (code.isEmpty()) {
            return fields.fault("code", "catalogue.code-missing");
        }
        if (!code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            return fields.fault("code", "catalogue.code-invalid", code);
        }
        return Optional.of(code);
    }

    private Optional<Language> language() {
        var tag = draft.language().strip();
        if (tag.isEmpty()) {
            return fields.fault("language", "catalogue.choice-missing");
        }
        try {
            return Optional.of(new Language(tag));
        } catch (IllegalArgumentException e) {
            return fields.fault("language", "catalogue.language-unknown", tag);
        }
    }

    private Optional<MultilingualText> title(Optional<Language> language) {
        var title = draft.title().strip();
        var english = draft.titleEnglish().strip();
        if (title.isEmpty()) {
            return fields.fault("title", "catalogue.title-missing");
        }
        for (var one : List.of(title, english)) {
            if (one.length() > LONGEST_TITLE) {
                return fields.fault(
                        "title", "catalogue.text-too-long", one.length(), LONGEST_TITLE);
            }
        }
        return language.map(
                tag -> {
                    var text = MultilingualText.of(tag, title);
                    return titles(
                            english.isEmpty() || tag.equals(Language.ENGLISH)
                                    ? text
                                    : text.and(Language.ENGLISH, english));
                });
    }

    /** The title with what is stated in further languages, each once. */
    private MultilingualText titles(MultilingualText title) {
        var all = title;
        for (int i = 0; i < draft.titles().size(); i++) {
            var place = "titles[" + (i + 1) + "]";
            var typed = draft.titles().get(i);
            if (typed.language().isBlank()) {
                fields.fault(place + ".language", "catalogue.choice-missing");
                continue;
            }
            var further = fields.language(place + ".language", typed.language());
            var text = fields.text(place + ".text", typed.text(), true);
            if (text.isPresent() && text.get().length() > LONGEST_TITLE) {
                fields.fault(
                        place + ".text",
                        "catalogue.text-too-long",
                        text.get().length(),
                        LONGEST_TITLE);
            }
            if (further.isPresent() && all.in(further.get()).isPresent()) {
                fields.fault(
                        place + ".language", "catalogue.language-twice", typed.language().strip());
            } else if (further.isPresent() && text.isPresent()) {
                all = all.and(further.get(), text.get());
            }
        }
        return all;
    }

    private Optional<Ects> credits() {
        if (draft.credits().isBlank()) {
            return fields.fault("credits", "catalogue.credits-missing");
        }
        var credits = Ects.parse(draft.credits());
        if (credits.isEmpty()) {
            return fields.fault("credits", "catalogue.credits-invalid", draft.credits());
        }
        if (credits.get().isZero() || credits.get().compareTo(LARGEST) >= 0) {
            return fields.fault(
                    "credits", "catalogue.credits-out-of-range", credits.get(), LARGEST);
        }
        nationalLimits(credits.get());
        return credits;
    }

    /** Whether national law on micro-credentials admits the size; what is unsure says so. */
    private void nationalLimits(Ects credits) {
        Admissions.published()
                .of(offerer.country(), day)
                .filter(admission -> !admission.admits(credits))
                .ifPresent(
                        admission ->
                                fields.hint(
                                        "credits",
                                        "catalogue.credits-outside-limits",
                                        credits,
                                        admission.creditsMin().map(Ects::toString).orElse("0"),
                                        admission.creditsMax().map(Ects::toString).orElse("60"),
                                        admission.instrument()));
    }

    /** What is of no national type today is not approved: nobody is asked to review it. */
    private void nationalTypes(Ects credits, Level claimed) {
        NationalFit.of(offerer.types(), offerer.country(), day, credits, claimed)
                .unmet()
                .forEach(one -> fields.fault(one.place(), one.code(), one.parameters().toArray()));
    }

    private Optional<FieldOfEducation> field() {
        if (draft.field().isBlank()) {
            return fields.fault("field", "catalogue.choice-missing");
        }
        var field = FieldsOfEducation.of(draft.field().strip());
        return field.isPresent()
                ? field
                : fields.fault("field", "catalogue.field-unknown", draft.field());
    }

    private Optional<CourseDesign.Run> run() {
        var from = fields.date("startsOn", draft.startsOn());
        var to = fields.date("endsOn", draft.endsOn());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return from.get().isAfter(to.get())
                ? fields.fault("endsOn", "catalogue.dates-contradict", from.get(), to.get())
                : Optional.of(new CourseDesign.Run(from.get(), to.get()));
    }

    private Optional<String> source() {
        var source = draft.publishedSource().strip();
        return source.isEmpty() || source.matches(TypedFields.ADDRESS)
                ? Optional.of(source).filter(address -> !address.isEmpty())
                : fields.fault("publishedSource", "catalogue.address-invalid", source);
    }
}
