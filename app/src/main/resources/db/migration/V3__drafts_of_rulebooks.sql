-- Rulebooks in the making: always saved as typed, published as a version of their own.
CREATE TABLE rulebook_draft (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation,
    content         text NOT NULL,
    revision        integer NOT NULL DEFAULT 0,
    saved_window    text NOT NULL DEFAULT '',
    saved_by        uuid NOT NULL REFERENCES account,
    saved_at        timestamptz NOT NULL
);
CREATE INDEX rulebook_draft_of_organisation ON rulebook_draft (organisation_id, saved_at DESC);
