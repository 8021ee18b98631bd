-- A correction is an award in the place of another. Until its document is signed it waits, and the
-- other stays in force; then, in one transaction, the one ends and the other begins. One that is
-- revoked while it waits was given up: it never takes effect, and another may be made.
ALTER TABLE award
    ADD COLUMN replaces uuid REFERENCES award,
    ADD COLUMN waits boolean NOT NULL DEFAULT false,
    ADD COLUMN correction_code text,
    ADD COLUMN correction_reason text,
    ADD CHECK (replaces IS NOT NULL OR NOT waits),
    ADD CHECK ((replaces IS NULL) = (correction_code IS NULL)),
    ADD CHECK ((replaces IS NULL) = (correction_reason IS NULL));
CREATE UNIQUE INDEX replaced_once ON award (replaces)
    WHERE replaces IS NOT NULL AND NOT (waits AND revoked_at IS NOT NULL);
DROP INDEX awarded_once;
CREATE UNIQUE INDEX awarded_once ON award (course_id, learner_id)
    WHERE revoked_at IS NULL AND NOT waits;
