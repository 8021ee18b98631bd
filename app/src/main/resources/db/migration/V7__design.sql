-- Who is asked to award a version jointly, and what they decided: once, and for that version.
CREATE TABLE joint_award (
    course_id       uuid NOT NULL,
    number          integer NOT NULL,
    organisation_id uuid NOT NULL REFERENCES organisation,
    asked_at        timestamptz NOT NULL,
    agrees          boolean,
    reason          text,
    decided_by      uuid REFERENCES account,
    decided_at      timestamptz,
    PRIMARY KEY (course_id, number, organisation_id),
    FOREIGN KEY (course_id, number) REFERENCES course_version
);
CREATE INDEX joint_award_of_organisation ON joint_award (organisation_id, asked_at DESC);

-- What those who award jointly are to sign of a document, beside its first signature.
CREATE TABLE joint_signature (
    award_id        uuid NOT NULL REFERENCES award,
    place           integer NOT NULL CHECK (place > 0),
    key_id          uuid NOT NULL REFERENCES signing_key,
    to_sign         bytea NOT NULL,
    PRIMARY KEY (award_id, place)
);
