-- The same award in other formats than the one every award is signed as, each signed by the same
-- key when it is asked for first; with what it does not carry, as shown when it was chosen.
CREATE TABLE signed_copy (
    award_id        uuid NOT NULL REFERENCES award,
    format          text NOT NULL,
    key_id          uuid NOT NULL REFERENCES signing_key,
    to_sign         bytea NOT NULL,
    recorded_at     timestamptz NOT NULL,
    losses          jsonb NOT NULL,
    document        bytea,
    signed_at       timestamptz,
    PRIMARY KEY (award_id, format)
);
