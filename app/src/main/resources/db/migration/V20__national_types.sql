-- Types of micro-credentials that national authorities have registered. A row is never deleted and
-- never changed but to say from which day on it is no longer in force.
CREATE TABLE national_type (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation, -- the authority
    country         text NOT NULL,
    code            text NOT NULL,
    name            text NOT NULL,
    language        text NOT NULL,
    credits_least   integer CHECK (credits_least > 0), -- hundredths of a credit
    credits_most    integer CHECK (credits_most >= credits_least),
    eqf_levels      integer[] NOT NULL CHECK (cardinality(eqf_levels) > 0),
    national_levels text[] NOT NULL,
    law             text NOT NULL,
    law_address     text NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date CHECK (valid_to >= valid_from),
    registered_by   uuid NOT NULL REFERENCES account,
    registered_at   timestamptz NOT NULL,
    ended_from      date, -- the first day on which it is no longer in force
    end_reason      text,
    ended_by        uuid REFERENCES account,
    ended_at        timestamptz,
    CHECK ((ended_from IS NULL) = (ended_at IS NULL)),
    CHECK ((ended_from IS NULL) = (ended_by IS NULL)),
    CHECK ((ended_from IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX national_type_code ON national_type (country, lower(code));
CREATE INDEX national_type_of_organisation ON national_type (organisation_id);
