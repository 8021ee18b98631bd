-- One award in several formats: what each of them does not carry as it is, as shown when it was
-- chosen; nothing for the document that every award is signed as.
ALTER TABLE signed_document ADD COLUMN losses jsonb NOT NULL DEFAULT '[]';
