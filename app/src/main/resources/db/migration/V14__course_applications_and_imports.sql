-- A learner asks to be admitted to a course; the institution decides, or the learner withdraws.
CREATE TABLE course_application (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    account_id      uuid NOT NULL REFERENCES account,
    statement       text NOT NULL,
    credentials     text[] NOT NULL,
    applied_at      timestamptz NOT NULL,
    outcome         text CHECK (outcome IN ('admitted', 'refused', 'withdrawn')),
    ground          text,
    words           text NOT NULL DEFAULT '',
    appeal          text NOT NULL DEFAULT '',
    decided_by      uuid REFERENCES account,
    decided_at      timestamptz,
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    FOREIGN KEY (course_id, number) REFERENCES course_version
);
-- One open application of a learner for a course.
CREATE UNIQUE INDEX one_open_course_application ON course_application (course_id, account_id)
    WHERE outcome IS NULL;
CREATE INDEX course_application_of_organisation
    ON course_application (organisation_id, applied_at DESC);
CREATE INDEX course_application_of_account ON course_application (account_id, applied_at DESC);

-- A file of courses that was uploaded to be looked at before drafts are begun from it.
CREATE TABLE course_file (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    file_name       text NOT NULL,
    content         bytea NOT NULL,
    columns         text NOT NULL,
    uploaded_by     uuid NOT NULL REFERENCES account,
    uploaded_at     timestamptz NOT NULL
);
CREATE INDEX course_file_of_organisation ON course_file (organisation_id, uploaded_at DESC);

-- What was begun from which entry of which file: each entry of a file is imported once.
CREATE TABLE course_imported (
    organisation_id uuid NOT NULL REFERENCES organisation,
    sha256          text NOT NULL,
    entry           text NOT NULL,
    course_id       uuid NOT NULL REFERENCES course,
    imported_at     timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, sha256, entry)
);
