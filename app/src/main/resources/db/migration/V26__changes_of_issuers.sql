-- Whoever verifies keeps the awarding bodies in memory for as long as nothing is added here. A row
-- is there exactly for those who see the change itself; nobody waits for another to add one.
CREATE TABLE issuer_change (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);
CREATE FUNCTION note_issuer_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO issuer_change DEFAULT VALUES;
    RETURN NULL;
END
$$;
CREATE TRIGGER issuer_changes AFTER INSERT OR UPDATE OR DELETE ON organisation
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();
CREATE TRIGGER issuer_changes AFTER INSERT OR UPDATE OR DELETE ON signing_key
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();

-- A list of status is asked for with each verification, and has places for 131,072 credentials.
CREATE INDEX revoked_of_list ON award (organisation_id, status_list, status_index)
    WHERE revoked_at IS NOT NULL;
