-- How many hours a course took those who took it, as they report afterwards: a learner once for a
-- version, with the account; a survey as a table of one run without any name.
CREATE TABLE reported_hours (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    run_id          uuid REFERENCES course_run, -- NULL where no run was announced
    account_id      uuid REFERENCES account,    -- NULL in a table of a survey
    minutes         integer NOT NULL CHECK (minutes BETWEEN 1 AND 600000),
    contact         integer CHECK (contact > 0),
    guided          integer CHECK (guided > 0),
    independent     integer CHECK (independent > 0),
    reported_at     timestamptz NOT NULL,
    FOREIGN KEY (course_id, number) REFERENCES course_version
);
CREATE UNIQUE INDEX reported_hours_once ON reported_hours (course_id, number, account_id)
    WHERE account_id IS NOT NULL;
CREATE INDEX reported_hours_of_account ON reported_hours (account_id)
    WHERE account_id IS NOT NULL;
CREATE INDEX reported_hours_of_version ON reported_hours (course_id, number);

-- From which deviation on an organisation asks whether planned hours are right. Every change is a
-- row; the newest holds.
CREATE TABLE hours_rule (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    percent         integer NOT NULL CHECK (percent BETWEEN 1 AND 200),
    set_by          uuid NOT NULL REFERENCES account,
    set_at          timestamptz NOT NULL
);
CREATE INDEX hours_rule_of_organisation ON hours_rule (organisation_id, id DESC);
