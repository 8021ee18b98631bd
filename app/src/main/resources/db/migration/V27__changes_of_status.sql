-- Whoever verifies keeps what lists of status say and which accreditations are issued as well, for as
-- long as nothing is added to issuer_change.
CREATE TRIGGER issuer_changes AFTER UPDATE OF revoked_at OR DELETE ON award
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();
CREATE TRIGGER issuer_changes AFTER UPDATE OF key_id OR DELETE ON signed_document
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();
CREATE TRIGGER issuer_changes AFTER INSERT OR UPDATE OR DELETE ON suspension
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();
CREATE TRIGGER issuer_changes AFTER INSERT OR UPDATE OR DELETE ON issued_accreditation
    FOR EACH STATEMENT EXECUTE FUNCTION note_issuer_change();
