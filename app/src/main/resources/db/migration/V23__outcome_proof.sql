-- How each outcome of an award was found to be reached, as the results stated it.
CREATE TABLE outcome_proof (
    award_id        uuid NOT NULL REFERENCES award ON DELETE CASCADE,
    outcome         text NOT NULL,
    criterion       text NOT NULL,
    evidence        text NOT NULL,
    assessed_on     date NOT NULL,
    PRIMARY KEY (award_id, outcome)
);

-- Who assessed, as the results named them.
ALTER TABLE award ADD COLUMN assessed_by text NOT NULL DEFAULT '';
