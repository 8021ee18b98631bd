-- Up to which level an organisation may award, by which right, and on which days.
CREATE TABLE awarding_right (
    organisation_id uuid NOT NULL REFERENCES organisation,
    eqf_up_to       integer NOT NULL CHECK (eqf_up_to BETWEEN 1 AND 8),
    basis           text NOT NULL,
    valid_from      date NOT NULL,
    valid_to        date CHECK (valid_to >= valid_from),
    PRIMARY KEY (organisation_id, valid_from)
);

-- Skills of ESCO, loaded from the official download: one row for each language.
CREATE TABLE skill (
    uri             text NOT NULL,
    language        text NOT NULL,
    label           text NOT NULL,
    other_labels    text NOT NULL,
    kind            text NOT NULL,
    description     text NOT NULL,
    words           text NOT NULL,
    PRIMARY KEY (language, uri)
);
