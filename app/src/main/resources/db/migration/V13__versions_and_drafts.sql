-- Approvals of editorial changes, which no person decided on and an officer may object to.
ALTER TABLE quality_decision ADD COLUMN by_notification boolean NOT NULL DEFAULT false;
CREATE INDEX quality_decision_notified ON quality_decision (organisation_id, decided_at DESC)
    WHERE by_notification;

-- Who saved a draft last, what it was started from, and whether it was put away.
ALTER TABLE course ADD COLUMN saved_by uuid REFERENCES account;
ALTER TABLE course ADD COLUMN started_from text NOT NULL DEFAULT '';
ALTER TABLE course ADD COLUMN deleted_at timestamptz;

-- Earlier saved states of a draft; window_name is the window of a browser that wrote one as it is.
CREATE TABLE course_draft_state (
    course_id       uuid NOT NULL REFERENCES course,
    revision        integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    draft           text NOT NULL,
    window_name     text NOT NULL,
    saved_by        uuid NOT NULL REFERENCES account,
    saved_at        timestamptz NOT NULL,
    PRIMARY KEY (course_id, revision)
);
CREATE INDEX course_draft_state_of_window ON course_draft_state (course_id, window_name);

-- What was written into a field that somebody else had just changed, until one of both is chosen.
CREATE TABLE course_draft_conflict (
    course_id       uuid NOT NULL REFERENCES course,
    place           text NOT NULL,
    written_by      uuid NOT NULL REFERENCES account,
    organisation_id uuid NOT NULL REFERENCES organisation,
    text            text NOT NULL,
    written_at      timestamptz NOT NULL,
    PRIMARY KEY (course_id, place, written_by)
);
