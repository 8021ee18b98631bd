-- Words that were meant are looked for in memory.
ALTER TABLE catalogue_word DROP COLUMN letters;
