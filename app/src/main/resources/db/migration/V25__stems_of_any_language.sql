-- A stem does not say its language any more.
UPDATE catalogue_text SET
    title_words = array_to_tsvector(ARRAY(
        SELECT DISTINCT regexp_replace(lexeme, '^[a-z]+:', '=') FROM unnest(title_words))),
    words = array_to_tsvector(ARRAY(
        SELECT DISTINCT regexp_replace(lexeme, '^[a-z]+:', '=') FROM unnest(words)));
