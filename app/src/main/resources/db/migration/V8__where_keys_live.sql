-- Where the private half of a signing key lives, and the certificate (X.509) of its public half, with
-- those it rests on, as PEM. It is made once, or brought by whoever runs the installation.
ALTER TABLE signing_key
    ADD COLUMN place text NOT NULL DEFAULT 'file' CHECK (place IN ('file', 'token')),
    ADD COLUMN certificates text;
