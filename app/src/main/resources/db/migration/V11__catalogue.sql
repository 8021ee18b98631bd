-- Runs of a course version: when, where and on which terms it can be taken.
CREATE TABLE course_run (
    id              uuid PRIMARY KEY,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    starts_on       date NOT NULL,
    ends_on         date NOT NULL CHECK (ends_on >= starts_on),
    apply_by        date CHECK (apply_by <= ends_on),
    places          integer CHECK (places > 0),
    place           text NOT NULL DEFAULT '',
    price           bigint CHECK (price >= 0), -- hundredths of the currency's unit
    currency        text CHECK ((currency IS NULL) = (price IS NULL)),
    funding         text,
    refunds         text,
    revision        integer NOT NULL DEFAULT 0,
    changed_by      uuid NOT NULL REFERENCES account,
    changed_at      timestamptz NOT NULL,
    cancelled_at    timestamptz,
    cancelled_because text,
    FOREIGN KEY (course_id, number) REFERENCES course_version,
    CHECK ((cancelled_at IS NULL) = (cancelled_because IS NULL))
);
CREATE INDEX course_run_of_version ON course_run (course_id, number, starts_on);
CREATE UNIQUE INDEX course_run_once ON course_run (course_id, number, starts_on, ends_on,
    lower(place)) WHERE cancelled_at IS NULL;

-- Words that are nearly the same are found by the groups of three letters that they share.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How often the catalogue changed, and which qualifications its entries were compared with: whoever
-- changes an entry holds this row to the end of the transaction, so that revisions come in order.
CREATE TABLE catalogue_revision (
    only_one        boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    revision        bigint NOT NULL,
    qualifications  text NOT NULL
);
INSERT INTO catalogue_revision (revision, qualifications) VALUES (0, '');

-- What every course version that is or was on offer is found by. It follows from the version, its
-- runs and the published qualifications, and is made again where it is missing.
CREATE TABLE catalogue_entry (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    offered         boolean NOT NULL,
    revision        bigint NOT NULL,
    level           integer,
    credits         integer NOT NULL, -- hundredths of a credit
    field           text NOT NULL,
    language        text NOT NULL,
    mode            text NOT NULL,
    country         text NOT NULL,
    skills          text[] NOT NULL,
    skill_labels    text[] NOT NULL,
    qualifications  text[] NOT NULL,
    text_languages  text[] NOT NULL,
    run_from        date[] NOT NULL,
    run_until       date[] NOT NULL,
    run_minutes     integer[] NOT NULL, -- a week
    run_price       bigint[] NOT NULL,  -- hundredths; NULL where it is not stated
    run_currency    text[] NOT NULL,
    published_at    timestamptz NOT NULL,
    changed_at      timestamptz NOT NULL,
    UNIQUE (course_id, number),
    FOREIGN KEY (course_id, number) REFERENCES course_version
);
CREATE INDEX catalogue_entry_changed ON catalogue_entry (revision);
CREATE INDEX catalogue_entry_newest ON catalogue_entry (changed_at DESC, id) WHERE offered;

-- The words of what is on offer: ~word without accents, and language:stem.
CREATE TABLE catalogue_text (
    entry           integer PRIMARY KEY REFERENCES catalogue_entry,
    title_words     tsvector NOT NULL,
    words           tsvector NOT NULL
);
CREATE INDEX catalogue_text_title ON catalogue_text USING gin (title_words);
CREATE INDEX catalogue_text_words ON catalogue_text USING gin (words);

-- Every word of the catalogue, in Latin letters, to find those that were meant.
CREATE TABLE catalogue_word (
    word            text PRIMARY KEY,
    letters         text NOT NULL
);
CREATE INDEX catalogue_word_letters ON catalogue_word USING gin (letters gin_trgm_ops);
