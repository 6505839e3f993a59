DROP INDEX structural_members_structural;
DROP TABLE actions;
DROP TABLE agreement_rounds;
DROP TABLE dots;
DROP TABLE chapter_authors;
DROP TABLE clearances;
ALTER TABLE structural_signals DROP COLUMN predecessor;
ALTER TABLE structural_signals DROP COLUMN merged_into;
ALTER TABLE structural_signals DROP COLUMN kept_here;
