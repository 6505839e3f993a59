ALTER TABLE network DROP COLUMN publication;
