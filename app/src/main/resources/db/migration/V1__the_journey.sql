-- Who acts: organisations, accounts, and who acts for which organisation in which role.
CREATE TABLE organisation (
    id          uuid PRIMARY KEY,
    slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name        text NOT NULL,
    language    text NOT NULL,
    country     text NOT NULL,
    place       text NOT NULL,
    url         text NOT NULL,
    time_zone   text NOT NULL,
    quality_body text NOT NULL,
    demo        boolean NOT NULL DEFAULT false
);

CREATE TABLE account (
    id            uuid PRIMARY KEY,
    email         text NOT NULL,
    full_name     text NOT NULL,
    password_hash text NOT NULL,
    demo          boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX account_email ON account (lower(email));

CREATE TABLE membership (
    account_id      uuid NOT NULL REFERENCES account,
    organisation_id uuid NOT NULL REFERENCES organisation,
    role            text NOT NULL,
    PRIMARY KEY (account_id, organisation_id, role)
);

-- Courses: a draft that is always saved as typed, frozen versions, and every change of state.
CREATE TABLE course (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    draft           text NOT NULL,
    code            text NOT NULL,
    title           text NOT NULL,
    saved_at        timestamptz NOT NULL,
    revision        integer NOT NULL DEFAULT 0,
    saved_window    text NOT NULL DEFAULT '',
    next_number     integer NOT NULL DEFAULT 1,
    created_by      uuid NOT NULL REFERENCES account
);
CREATE INDEX course_of_organisation ON course (organisation_id, saved_at DESC);

CREATE TABLE course_state (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    course_id       uuid NOT NULL REFERENCES course,
    number          integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    state           text NOT NULL,
    reason          text NOT NULL,
    changed_by      uuid NOT NULL REFERENCES account,
    changed_at      timestamptz NOT NULL
);
CREATE INDEX course_state_of_course ON course_state (course_id, number, id DESC);

CREATE TABLE course_version (
    course_id       uuid NOT NULL REFERENCES course,
    number          integer NOT NULL CHECK (number > 0),
    organisation_id uuid NOT NULL REFERENCES organisation,
    code            text NOT NULL,
    submitted_by    uuid NOT NULL REFERENCES account,
    submitted_at    timestamptz NOT NULL,
    design          bytea NOT NULL,
    sha256          bytea NOT NULL,
    PRIMARY KEY (course_id, number)
);
-- A code means one course for ever: no two courses of an organisation share it.
CREATE TABLE course_code (
    organisation_id uuid NOT NULL REFERENCES organisation,
    code            text NOT NULL,
    course_id       uuid NOT NULL REFERENCES course,
    PRIMARY KEY (organisation_id, code)
);

-- Quality: findings in the making, and the one decision on a version.
CREATE TABLE review_draft (
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    content         text NOT NULL,
    saved_by        uuid NOT NULL REFERENCES account,
    saved_at        timestamptz NOT NULL,
    PRIMARY KEY (course_id, number),
    FOREIGN KEY (course_id, number) REFERENCES course_version
);

CREATE TABLE quality_decision (
    id              uuid PRIMARY KEY,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    outcome         text NOT NULL,
    valid_until     date,
    document        bytea NOT NULL,
    decided_by      uuid NOT NULL REFERENCES account,
    decided_at      timestamptz NOT NULL,
    UNIQUE (course_id, number),
    FOREIGN KEY (course_id, number) REFERENCES course_version
);

-- Learners as an institution knows them. An account may belong to several of them.
CREATE TABLE learner (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    number          text NOT NULL,
    full_name       text NOT NULL,
    given_name      text NOT NULL,
    family_name     text NOT NULL,
    email           text NOT NULL,
    UNIQUE (organisation_id, number)
);
CREATE INDEX learner_email ON learner (lower(email));

CREATE TABLE award_batch (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    file_name       text NOT NULL,
    content         bytea NOT NULL,
    sha256          bytea NOT NULL,
    uploaded_by     uuid NOT NULL REFERENCES account,
    uploaded_at     timestamptz NOT NULL,
    minute          text,
    confirmed_by    uuid REFERENCES account,
    confirmed_at    timestamptz,
    FOREIGN KEY (course_id, number) REFERENCES course_version
);
CREATE INDEX award_batch_of_organisation ON award_batch (organisation_id, uploaded_at DESC);

CREATE TABLE award (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    batch_id        uuid NOT NULL REFERENCES award_batch,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    learner_id      uuid NOT NULL REFERENCES learner,
    short_code      text NOT NULL UNIQUE,
    awarded_on      date NOT NULL,
    passed_on       date NOT NULL,
    grade           text,
    tasks           text NOT NULL,
    minute          text NOT NULL,
    awarded_by      uuid NOT NULL REFERENCES account,
    awarded_at      timestamptz NOT NULL,
    status_list     integer NOT NULL,
    status_index    integer NOT NULL,
    revoked_at      timestamptz,
    revoked_by      uuid REFERENCES account,
    revocation_code text,
    revocation_reason text,
    FOREIGN KEY (course_id, number) REFERENCES course_version,
    UNIQUE (organisation_id, status_list, status_index)
);
-- Awarded once: at most one award in force for a learner and a course.
CREATE UNIQUE INDEX awarded_once ON award (course_id, learner_id) WHERE revoked_at IS NULL;
CREATE INDEX award_of_learner ON award (learner_id);
CREATE INDEX award_of_batch ON award (batch_id);

-- Signed documents: what is to be signed is recorded first, what was signed is kept as it is.
CREATE TABLE signing_key (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    did             text NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL,
    retired_at      timestamptz
);
CREATE UNIQUE INDEX signing_key_in_use ON signing_key (organisation_id) WHERE retired_at IS NULL;

CREATE TABLE signed_document (
    award_id        uuid NOT NULL REFERENCES award,
    format          text NOT NULL,
    key_id          uuid NOT NULL REFERENCES signing_key,
    to_sign         bytea NOT NULL,
    recorded_at     timestamptz NOT NULL,
    document        bytea,
    signed_at       timestamptz,
    PRIMARY KEY (award_id, format)
);
CREATE INDEX signed_document_open ON signed_document (recorded_at) WHERE document IS NULL;

-- Stacking and recognition.
CREATE TABLE rulebook (
    id              text NOT NULL,
    version         text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    title           text NOT NULL,
    content         text NOT NULL,
    valid_from      date NOT NULL,
    published_at    timestamptz NOT NULL,
    PRIMARY KEY (id, version)
);

-- What the units of a qualification are, for comparison with what an applicant brings.
CREATE TABLE unit_descriptions (
    rulebook_id     text NOT NULL,
    rulebook_version text NOT NULL,
    content         text NOT NULL,
    PRIMARY KEY (rulebook_id, rulebook_version),
    FOREIGN KEY (rulebook_id, rulebook_version) REFERENCES rulebook
);

CREATE TABLE recognition_application (
    id              uuid PRIMARY KEY,
    number          text NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    account_id      uuid NOT NULL REFERENCES account,
    award_id        uuid NOT NULL REFERENCES award,
    rulebook_id     text NOT NULL,
    rulebook_version text NOT NULL,
    target          text NOT NULL,
    note            text NOT NULL,
    complete_on     date NOT NULL,
    submitted_at    timestamptz NOT NULL,
    draft           text NOT NULL DEFAULT '',
    decided         boolean NOT NULL DEFAULT false,
    UNIQUE (organisation_id, number),
    FOREIGN KEY (rulebook_id, rulebook_version) REFERENCES rulebook
);
-- One open application for the same credential and qualification.
CREATE UNIQUE INDEX one_open_application ON recognition_application (award_id, rulebook_id)
    WHERE NOT decided;

CREATE TABLE recognition_decision (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL UNIQUE REFERENCES recognition_application,
    organisation_id uuid NOT NULL REFERENCES organisation,
    outcome         text NOT NULL,
    credits         integer,
    document        bytea NOT NULL,
    decided_by      uuid NOT NULL REFERENCES account,
    decided_at      timestamptz NOT NULL
);

-- The journal: one line a decision, each with the hash of the line before it.
CREATE TABLE journal (
    seq             bigint PRIMARY KEY,
    at              timestamptz NOT NULL,
    organisation    uuid,
    actor           text NOT NULL,
    kind            text NOT NULL,
    subject         text NOT NULL,
    digest          text NOT NULL,
    previous        text NOT NULL,
    hash            text NOT NULL UNIQUE
);

-- What is made once for an installation.
CREATE TABLE installation (
    name            text PRIMARY KEY,
    value           text NOT NULL
);
