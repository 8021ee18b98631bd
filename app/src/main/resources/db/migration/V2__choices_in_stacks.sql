-- Where learners want their credentials to count, in one version of the rules of a qualification.
CREATE TABLE stacking_choice (
    account_id       uuid NOT NULL REFERENCES account,
    rulebook_id      text NOT NULL,
    rulebook_version text NOT NULL,
    award_id         uuid NOT NULL REFERENCES award,
    requirement      text, -- where it is to count; NULL keeps it out of the qualification
    chosen_at        timestamptz NOT NULL,
    PRIMARY KEY (account_id, rulebook_id, rulebook_version, award_id),
    FOREIGN KEY (rulebook_id, rulebook_version) REFERENCES rulebook
);
