-- Above which size a batch needs the approval of a second person. Every change is a row; the newest
-- holds, and a limit that is NULL is switched off.
CREATE TABLE approval_rule (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id  uuid NOT NULL REFERENCES organisation,
    most_credentials integer CHECK (most_credentials >= 0),
    most_credits     integer CHECK (most_credits >= 0), -- hundredths of a credit
    set_by           uuid NOT NULL REFERENCES account,
    set_at           timestamptz NOT NULL
);
CREATE INDEX approval_rule_of_organisation ON approval_rule (organisation_id, id DESC);

-- The request that a second person approve a batch, with the rule as it was and what it was about;
-- at most one of a batch is open.
CREATE TABLE batch_approval (
    id               uuid PRIMARY KEY,
    batch_id         uuid NOT NULL REFERENCES award_batch,
    organisation_id  uuid NOT NULL REFERENCES organisation,
    minute           text NOT NULL,
    requested_by     uuid NOT NULL REFERENCES account,
    requested_at     timestamptz NOT NULL,
    most_credentials integer,
    most_credits     integer,
    lines            integer[] NOT NULL, -- the rows of the file that were ready
    credits_each     integer NOT NULL,
    earlier          integer NOT NULL,
    assessors        text[] NOT NULL,
    outcome          text CHECK (outcome IN ('approved', 'returned', 'withdrawn')),
    reason           text,
    decided_by       uuid REFERENCES account,
    decided_at       timestamptz,
    CHECK ((outcome IS NULL) = (decided_at IS NULL)),
    CHECK ((outcome IS NULL) = (decided_by IS NULL)),
    CHECK (outcome <> 'returned' OR reason IS NOT NULL)
);
CREATE UNIQUE INDEX one_open_approval ON batch_approval (batch_id) WHERE outcome IS NULL;
CREATE INDEX open_approval_of_organisation ON batch_approval (organisation_id, requested_at)
    WHERE outcome IS NULL;

-- Whether a credential names a place where its suspension is published: those that were signed
-- before there was one do not, and can only be revoked.
ALTER TABLE award ADD COLUMN suspendable boolean NOT NULL DEFAULT false;

-- When a credential did not hold for a while, and why; at most once at a time.
CREATE TABLE suspension (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    award_id         uuid NOT NULL REFERENCES award,
    code             text NOT NULL,
    reason           text NOT NULL,
    suspended_by     uuid NOT NULL REFERENCES account,
    suspended_at     timestamptz NOT NULL,
    reinstated_by    uuid REFERENCES account,
    reinstated_at    timestamptz,
    reinstated_because text,
    CHECK ((reinstated_at IS NULL) = (reinstated_by IS NULL)),
    CHECK ((reinstated_at IS NULL) = (reinstated_because IS NULL))
);
CREATE UNIQUE INDEX suspended_once ON suspension (award_id) WHERE reinstated_at IS NULL;
