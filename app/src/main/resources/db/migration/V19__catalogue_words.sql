-- Words that were meant are looked for in memory.
ALTER TABLE catalogue_word DROP COLUMN letters;

-- A search reads the numbers of the entries that its index names and not their words, which
-- therefore stand aside.
ALTER TABLE catalogue_text SET (toast_tuple_target = 128);
ALTER TABLE catalogue_text ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE catalogue_text ALTER COLUMN title_words SET STORAGE EXTERNAL;
UPDATE catalogue_text SET entry = entry;
