-- Since when others may have had a key, as far as is known, and why that is believed. What it signed
-- from then on is not trusted.
ALTER TABLE signing_key
    ADD COLUMN compromised_at timestamptz,
    ADD COLUMN compromised_because text,
    ADD CHECK ((compromised_at IS NULL) = (compromised_because IS NULL)),
    ADD CHECK (compromised_at IS NULL OR retired_at IS NOT NULL);
