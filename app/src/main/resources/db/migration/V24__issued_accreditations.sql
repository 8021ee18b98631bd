-- What an organisation accredits with its seal: an institution, a body that accredits others, or a
-- course. The place is one in a list of its own, signed with the key of the accreditation; issued
-- or withdrawn by nobody who has an account is by the operator at the terminal.
CREATE TABLE issued_accreditation (
    id                uuid PRIMARY KEY,
    organisation_id   uuid NOT NULL REFERENCES organisation,
    kind              text NOT NULL CHECK (kind IN ('institution', 'accrediting-body', 'course')),
    subject           text NOT NULL,
    subject_name      text NOT NULL,
    levels            integer[] NOT NULL, -- of the European framework, in order; empty sets no limit
    valid_from        date NOT NULL,
    valid_until       date NOT NULL CHECK (valid_until >= valid_from),
    token             text NOT NULL,
    key_id            uuid NOT NULL REFERENCES signing_key,
    status_list       integer NOT NULL,
    status_index      integer NOT NULL,
    issued_at         timestamptz NOT NULL,
    issued_by         uuid REFERENCES account,
    withdrawn_at      timestamptz,
    withdrawn_by      uuid REFERENCES account,
    withdrawal_reason text,
    UNIQUE (organisation_id, status_list, status_index),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
    CHECK (withdrawn_by IS NULL OR withdrawn_at IS NOT NULL)
);
-- The same is not accredited twice while it holds.
CREATE UNIQUE INDEX accredited_once ON issued_accreditation
    (organisation_id, kind, subject, levels, valid_from, valid_until) WHERE withdrawn_at IS NULL;
CREATE INDEX issued_accreditation_of_subject ON issued_accreditation (subject);
CREATE INDEX issued_accreditation_of_organisation ON issued_accreditation (organisation_id, id DESC);
